import Experiments
import Files
import SystemPackage
import Testing
import Vocabulary

@testable import RunRecords

/// What counts as finished.
struct RunStoreTests {
  @Test func `a finished run is found with all that is known of it`() throws {
    try withStore { store in
      let run = try run()
      #expect(try store.finished(run) == nil)
      let written = try record(run, in: store)
      let read = try #require(try store.finished(run))
      #expect(read.isSame(as: written))
      #expect(
        read.scores == [Score(.train, .loss): 1e-7, Score(.train, .metric(.accuracy)): 1])
      #expect(read.epochsRun == 2)
      #expect(read.bestEpoch == 2)
      #expect(try store.finished(try seeded(1)) == nil)
    }
  }

  @Test(arguments: [
    ("\"train_loss\": 1e-07", "\"train_loss\": 1e-08"),
    ("\"train_accuracy\": 1.0", "\"train_accuracy\": 0.5"),
    ("\"epochs_run\": 2", "\"epochs_run\": 1"), ("\"parameter_count\": ", "\"parameter_count\":  "),
  ])
  func `a summary that was altered is not trusted`(old: String, new: String) throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let summary = store.folder(of: run.id).appending("summary.json")
      let document = try text(summary)
      #expect(document.contains(old))
      let altered = document.replacing(old, with: new)
      for content in [altered, sealed(altered)] {
        try summary.write(Array(content.utf8))
        #expect(try store.finished(run) == nil)
      }
    }
  }

  @Test func `every byte of a summary that was altered is found`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let folder = store.folder(of: run.id)
      let path = folder.appending(RunFile.summary)
      let bytes = try path.contents()
      #expect(Array(sealed(try text(path)).utf8) == bytes)
      for index in bytes.indices {
        for bit in [0, 5] {
          var altered = bytes
          altered[index] ^= 1 << bit
          try path.write(altered)
          #expect(try store.finished(run) == nil, "byte \(index)")
          #expect(throws: SavedRun.Fault.self, "byte \(index)") { try SavedRun(in: folder) }
        }
      }
      for count in bytes.indices {
        try path.write(Array(bytes.prefix(count)))
        #expect(try store.finished(run) == nil, "\(count) bytes")
        #expect(throws: SavedRun.Fault.self, "\(count) bytes") { try SavedRun(in: folder) }
      }
      try path.write(bytes + [UInt8(ascii: "\n")])
      #expect(try store.finished(run) == nil)
      #expect(throws: SavedRun.Fault.self) { try SavedRun(in: folder) }
    }
  }

  @Test func `a summary without the digest of itself is not trusted`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let path = store.folder(of: run.id).appending(RunFile.summary)
      let document = try text(path)
      try path.write(Array(document.replacing(#/,\n  "sha256": .*/#, with: "").utf8))
      #expect(try text(path).hasSuffix("\n  }\n}\n"))
      #expect(try store.finished(run) == nil)
      #expect(throws: SavedRun.Fault.self) { try SavedRun(in: store.folder(of: run.id)) }
    }
  }

  @Test func `a diverged run is found`() throws {
    try withStore { store in
      let run = try run()
      let written = try record(run, in: store, outcome(.diverged, scores: [.nan, 0.5]))
      let read = try #require(try store.finished(run))
      #expect(read.status == .diverged)
      #expect(read.score(Score(.train, .loss))?.isNaN == true)
      #expect(read.isSame(as: written))
    }
  }

  private func seeded(_ seed: Int) throws -> RunPlan.Run { try run("seed: \(seed)\n") }

  static let files = [
    "initial.safetensors", "loss_curve.csv", "model.safetensors", "spec.yaml", "summary.json",
  ]

  @Test(arguments: files)
  func `a folder without one of its files is not whole`(file: String) throws {
    try withStore { store in
      let run = try run("save: [model, initial]\n")
      try record(run, in: store)
      #expect(try store.finished(run) != nil)
      try store.folder(of: run.id).appending(file).removeTree()
      #expect(try store.finished(run) == nil)
    }
  }

  @Test(arguments: files)
  func `a file that is cut short anywhere is found`(file: String) throws {
    try withStore { store in
      let run = try run("save: [model, initial]\n")
      try record(run, in: store)
      let path = store.folder(of: run.id).appending(file)
      let bytes = try path.contents()
      for count in Array(stride(from: 0, to: bytes.count - 1, by: 7)) + [bytes.count - 1] {
        try path.write(Array(bytes.prefix(count)))
        #expect(try store.finished(run) == nil, "\(count) bytes")
      }
      try path.write(bytes)
      #expect(try store.finished(run) != nil)
    }
  }

  @Test(arguments: files.filter { $0 != RunFile.summary })
  func `a flipped bit is found`(file: String) throws {
    try withStore { store in
      let run = try run("save: [model, initial]\n")
      try record(run, in: store)
      let path = store.folder(of: run.id).appending(file)
      let bytes = try path.contents()
      for index in stride(from: 0, to: bytes.count, by: 5) {
        var flipped = bytes
        flipped[index] ^= 1
        try path.write(flipped)
        #expect(try store.finished(run) == nil, "byte \(index)")
      }
    }
  }

  @Test(arguments: [
    ("\"completed\"", "\"failed\""), ("\"completed\"", "\"interrupted\""),
    ("\"completed\"", "\"diverged\""), ("\"completed\"", "\"done\""),
    ("\"train_loss\"", "\"loss\""), ("\"train_loss\": 1e-07", "\"train_loss\": \"1e-07\""),
    ("\"epochs_run\": 2", "\"epochs_run\": 2.5"), ("\"epochs_run\": 2", "\"epochs_run\": null"),
    ("\"spec.yaml\"", "\"../spec.yaml\""), ("\"files\"", "\"digests\""), ("{", "["), ("{", "{{"),
  ])
  func `a summary that says something else is no summary`(old: String, new: String) throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let path = store.folder(of: run.id).appending(RunFile.summary)
      let document = try text(path)
      #expect(document.contains(old))
      let altered = document.replacing(old, with: new, maxReplacements: 1)
      for content in [altered, sealed(altered)] {
        try path.write(Array(content.utf8))
        #expect(try store.finished(run) == nil)
      }
    }
  }

  @Test(arguments: ["loss_curve.csv", "model.safetensors", "spec.yaml"])
  func `a summary without one of the files is no summary`(file: String) throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let path = store.folder(of: run.id).appending(RunFile.summary)
      let lines = try text(path).split(separator: "\n").filter { !$0.contains("\"\(file)\"") }
      let document = lines.joined(separator: "\n").replacing(",\n  }", with: "\n  }") + "\n"
      try path.write(Array(sealed(document).utf8))
      #expect(try store.finished(run) == nil)
    }
  }

  @Test func `a folder under the name of another run is not that run`() throws {
    try withStore { store in
      let (first, second) = (try seeded(1), try seeded(2))
      try record(first, in: store)
      try store.folder(of: first.id).rename(to: store.folder(of: second.id))
      #expect(try store.finished(second) == nil)
    }
  }

  @Test func `files of the experiment are replaced and removed`() throws {
    try withStore { store in
      func set(_ name: String, to bytes: [UInt8]?) throws {
        try store.set(name, in: store.folder, to: bytes)
      }
      try set("summary.csv", to: [1, 2, 3])
      try set("summary.csv", to: [4])
      #expect(try store.folder.appending("summary.csv").contents() == [4])
      #expect(try names(store.folder) == [".partial", "summary.csv"])
      try store.tidy()
      #expect(try names(store.folder) == ["summary.csv"])
      try set("summary.csv", to: nil)
      try set("summary.csv", to: nil)
      #expect(try names(store.folder) == [])
      try set("experiment.json", to: [5])
      #expect(try names(store.folder) == [".partial", "experiment.json"])
      #expect(try names(store.partialFolder) == [])
    }
  }
}
