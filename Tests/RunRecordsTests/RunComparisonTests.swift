import Experiments
import Files
import SystemPackage
import Testing

@testable import RunRecords

/// Runs as they lie in their folders, beside the same runs trained again.
struct RunComparisonTests {
  /// What is found where the first of two stores has a run with `outcome`, after `change` of its folder,
  /// and the second one has it as it should be.
  private func findings(
    _ outcome: RunOutcome = outcome(), change: (FilePath) throws -> Void = { _ in }
  ) throws -> [RunComparison.Finding] {
    try withStore { first in
      try withStore { second in
        let run = try run("save: [initial, model]\n")
        try record(run, in: first, outcome)
        try record(run, in: second)
        let folder = first.folder(of: run.id)
        try change(folder)
        return try RunComparison(
          SavedRun(in: folder), trainedAgain: SavedRun(in: second.folder(of: run.id))
        ).findings
      }
    }
  }

  /// A change of a text in a file.
  private func replacing(
    _ old: String, with new: String, in name: String
  ) -> (FilePath) throws -> Void {
    { folder in
      let file = folder.appending(name)
      let content = try text(file)
      #expect(content.contains(old))
      let altered = content.replacing(old, with: new)
      try file.write(Array((name == RunFile.summary ? sealed(altered) : altered).utf8))
    }
  }

  /// What is told of a place, in one text.
  private func told(_ finding: RunComparison.Finding) -> String {
    let place = finding.place.map { "\($0.name): \($0.first) | \($0.second)" }
    return "\(finding.name) \(finding.kind) \(place ?? "")"
  }

  @Test func `runs that came out the same have nothing to tell`() throws {
    #expect(try findings().isEmpty)
  }

  @Test func `the first number of a curve that differs is told`() throws {
    let found = try findings(outcome(scores: [2e-7, 1]))
    #expect(
      found.map(told) == [
        "loss_curve.csv differs epoch 2, train_loss: 2e-07 | 1e-07",
        #"summary.json differs line 26: "train_loss": 2e-07 | "train_loss": 1e-07"#,
      ])
  }

  @Test func `weights that differ are told`() throws {
    let found = try findings(outcome(weight: 3))
    #expect(found.map(\.name) == ["model.safetensors", "summary.json"])
    #expect(found.map(\.kind) == [.differs, .differs])
    #expect(found.first?.place == nil)
  }

  @Test(arguments: [
    ("loss_curve.csv", "1,0.30000000000000004,", "1,0.3,", "epoch 1, train_loss: 0.3 | "),
    ("loss_curve.csv", "2,1e-07,1.0,0.5\n", "", "epoch 2: nothing | 2,1e-07,1.0,0.5"),
    ("loss_curve.csv", "train_loss", "loss", "line 1: epoch,loss,"),
    ("loss_curve.csv", "1,0.3", "\"1,0.3", "line 3: "), ("loss_curve.csv", "0.75", "", "nothing |"),
    ("spec.yaml", "epochs: 2", "epochs: 3", "epochs: 3 | epochs: 2"),
    ("summary.json", "\"train_loss\": 1e-07", "\"train_loss\": 1e-08", "1e-08 | "),
  ])
  func `a file that was altered is told with the place`(
    name: String, old: String, new: String, place: String
  ) throws {
    let found = try findings(change: replacing(old, with: new, in: name))
    #expect(found.map(\.name) == [name])
    #expect(found.map(\.kind) == [.altered])
    #expect(found.map(told).joined().contains(place), "\(found.map(told))")
  }

  @Test func `a file that is missing is told`() throws {
    let found = try findings { try $0.appending("model.safetensors").removeFile() }
    #expect(
      found == [RunComparison.Finding(name: "model.safetensors", kind: .missing, place: nil)])
  }
}

/// What is read of a finished run without its plan.
struct SavedRunTests {
  @Test func `the summary is read back`() throws {
    try withStore { store in
      let run = try run()
      let written = try record(run, in: store)
      let summary = try SavedRun(in: store.folder(of: run.id)).summary
      #expect(summary.status == .completed)
      #expect(summary.seed == 0 && summary.fold == nil)
      #expect(summary.epochs == 2 && summary.epochsRun == 2 && summary.bestEpoch == 2)
      #expect(
        summary.scores.map(\.score.name) == [
          "train_loss", "val_loss", "test_loss", "train_accuracy", "val_accuracy", "test_accuracy",
        ])
      #expect(summary.scores.map(\.value) == [1e-7, nil, nil, 1, nil, nil])
      #expect(summary.parameterCount == 3)
      #expect(summary.rows == RowCounts(train: 4))
      #expect(summary.digest == written.digest && summary.files == written.files)
    }
  }

  @Test func `files are beside their digests`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let folder = store.folder(of: run.id)
      try folder.appending("model.safetensors").removeFile()
      try folder.appending("loss_curve.csv").write([1])
      let saved = try SavedRun(in: folder)
      let states = try saved.summary.files.map { try saved.state(of: $0.name) }
      #expect(states == [.altered, .missing, .whole])
      #expect(throws: SavedRun.Fault.self) { try saved.contents(of: "loss_curve.csv") }
      #expect(
        try saved.contents(of: "spec.yaml") == Array(run.configuration.canonicalSpec.utf8))
    }
  }

  @Test func `a folder in place of a file is no such file`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let folder = store.folder(of: run.id)
      let saved = try SavedRun(in: folder)
      for name in ["model.safetensors", "summary.json"] {
        try folder.appending(name).removeFile()
        try folder.appending(name).makeFolder()
      }
      #expect(try saved.state(of: "model.safetensors") == .missing)
      #expect {
        try SavedRun(in: folder)
      } throws: { error in
        if case SavedRun.Fault.noRun = error { true } else { false }
      }
    }
  }

  @Test func `runs in progress are found as far as they are written`() throws {
    try withStore { store in
      let run = try run("stop_at: 1\n")
      #expect(store.runsInProgress().isEmpty)
      var writer = RunWriter(run, in: store, clock: { .zero })
      for row in rows.dropLast() { try writer.append(row) }
      try writer.abandon()
      let curve = store.draft(of: run).appending("loss_curve.csv")
      try curve.write(Array((try text(curve) + "2,0.1").utf8))
      try store.partialFolder.appending("\(run.id).torn").makeFolder()
      let found = store.runsInProgress()
      #expect(found.map(\.id) == [run.id.description])
      #expect(found.first?.epochsRun == 1)
      #expect(
        found.first?.lastRow.map { "\($0.column)=\($0.text)" } == [
          "epoch=1", "train_loss=0.30000000000000004", "train_accuracy=0.5", "learning_rate=0.5",
        ])
    }
  }
}
