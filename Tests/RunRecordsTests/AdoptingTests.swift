import Experiments
import Files
import SystemPackage
import TestSupport
import Testing

@testable import RunRecords

/// Taking runs over from other folders.
struct AdoptingTests {
  /// Gives `body` three stores, the first of which is to take runs over.
  private func withStores(_ body: (RunStore, RunStore, RunStore) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let stores = ["all", "a", "b"].map { store(FilePath(folder).appending($0)) }
      for store in stores { try store.prepare() }
      try body(stores[0], stores[1], stores[2])
    }
  }

  /// The content of every file in the folder of a run.
  private func contents(_ run: RunPlan.Run, in store: RunStore) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try store.folder(of: run.id).entries() {
      contents[name.string] = try store.folder(of: run.id).appending(name).contents()
    }
    return contents
  }

  @Test func `a run is copied with all its files`() throws {
    try withStores { store, a, b in
      let run = try run("save: [model, initial]\n")
      let summary = try record(run, in: b)
      let adopted = try #require(try store.adopt(run, from: [a, b]))
      #expect(adopted.summary.isSame(as: summary))
      #expect(!adopted.isEarlier)
      #expect(try contents(run, in: store) == contents(run, in: b))
      #expect(try store.finished(run) != nil)
      #expect(try names(store.partialFolder).isEmpty)
      let again = try #require(try store.adopt(run, from: [a, b]))
      #expect(again.isEarlier)
    }
  }

  @Test func `a run that is here needs no other store`() throws {
    try withStores { store, _, _ in
      let run = try run()
      #expect(try store.adopt(run, from: []) == nil)
      try record(run, in: store)
      #expect(try store.adopt(run, from: [])?.isEarlier == true)
    }
  }

  @Test(arguments: ["loss_curve.csv", "model.safetensors", "spec.yaml", "summary.json"])
  func `a torn run is as missing, and a whole one elsewhere is taken`(file: String) throws {
    try withStores { store, a, b in
      let run = try run()
      try record(run, in: a)
      let path = a.folder(of: run.id).appending(file)
      try path.write(Array(try path.contents().dropLast(9)))
      #expect(try store.adopt(run, from: [a, b]) == nil)
      #expect(!store.folder(of: run.id).exists)
      try record(run, in: b, host: "there")
      #expect(try store.adopt(run, from: [a, b]) != nil)
      #expect(try contents(run, in: store) == contents(run, in: b))
    }
  }

  @Test func `a torn run here is set aside for a whole one`() throws {
    try withStores { store, a, _ in
      let run = try run()
      try record(run, in: store)
      try store.folder(of: run.id).appending(RunFile.model).removeFile()
      try record(run, in: a)
      #expect(try store.adopt(run, from: [a])?.isEarlier == false)
      #expect(try store.finished(run) != nil)
      #expect(try names(store.partialFolder) == ["\(run.id).torn"])
    }
  }

  @Test func `copies with other bytes are both named, and neither is taken`() throws {
    try withStores { store, a, b in
      let run = try run()
      try record(run, in: a)
      try record(run, in: b, outcome(weight: 2))
      let (first, second) = (a.folder(of: run.id), b.folder(of: run.id))
      let conflict = RunWriteError.conflict(run.id, first, second)
      #expect(throws: conflict) { try store.adopt(run, from: [a, b]) }
      #expect(!store.folder(of: run.id).exists)
      #expect(!conflict.isOutside)
      #expect("\(conflict)" == "run \(run.id) has other bytes in \(first) than in \(second)")
    }
  }

  @Test func `a run that is here and differs is a conflict`() throws {
    try withStores { store, a, _ in
      let run = try run()
      try record(run, in: store)
      let before = try contents(run, in: store)
      try record(run, in: a, outcome(weight: 2))
      #expect(throws: RunWriteError.self) { try store.adopt(run, from: [a]) }
      #expect(try contents(run, in: store) == before)
    }
  }

  @Test func `a run may do without the file of its provenance`() throws {
    try withStores { store, a, _ in
      let run = try run()
      try record(run, in: a)
      try a.folder(of: run.id).appending(RunFile.provenance).removeFile()
      #expect(try store.adopt(run, from: [a]) != nil)
      #expect(try contents(run, in: store) == contents(run, in: a))
    }
  }
}
