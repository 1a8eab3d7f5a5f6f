import Experiments
import Files
import SystemPackage
import Testing

@testable import RunRecords

/// Whether a summary that was altered is told from one that was not, without the run's data.
struct SavedRunCheckTests {
  /// Records a run, replaces a text in its summary with the digest of that, as a forger would, and looks
  /// whether the summary is found altered.
  private func isAltered(
    _ outcome: RunOutcome = outcome(), replacing old: String, with new: String,
    _ change: (FilePath) throws -> Void = { _ in }
  ) throws -> Bool {
    try withStore { store in
      let run = try run()
      try record(run, in: store, outcome)
      let folder = store.folder(of: run.id)
      let summary = try text(folder.appending(RunFile.summary))
      #expect(summary.contains(old))
      try folder.appending(RunFile.summary).write(
        Array(sealed(summary.replacing(old, with: new)).utf8))
      try change(folder)
      let saved = try SavedRun(in: folder)
      do throws(SavedRun.Fault) {
        try saved.checkSummary()
        return false
      } catch {
        guard case .altered(RunFile.summary) = error else { throw error }
        return true
      }
    }
  }

  @Test(arguments: [
    (#""train_loss": 1e-07"#, #""train_loss": 1e-08"#),
    (#""train_loss": 1e-07"#, #""train_loss": null"#),
    (#""train_loss": 1e-07,"#, ""),
    (#""val_loss": null"#, #""val_loss": 0.5"#),
    (#""train_accuracy": 1.0"#, #""train_accuracy": 0.5"#),
    (#""epochs_run": 2"#, #""epochs_run": 1"#),
    (#""best_epoch": 2"#, #""best_epoch": 3"#),
    (#""digest": ""#, #""digest": "k"#),
  ])
  func `a summary that tells otherwise than the other files is altered`(
    old: String, new: String
  ) throws {
    #expect(try isAltered(replacing: old, with: new))
  }

  @Test(arguments: [RunStatus.completed, .stoppedEarly])
  func `a summary as it was left is not`(status: RunStatus) throws {
    #expect(try !isAltered(outcome(status), replacing: "{", with: "{"))
  }

  @Test func `a run that diverged has no finite scores`() throws {
    let diverged = outcome(.diverged, scores: [.nan, .infinity])
    #expect(try !isAltered(diverged, replacing: "{", with: "{"))
    #expect(
      try isAltered(diverged, replacing: #""train_loss": null"#, with: #""train_loss": 0.5"#))
  }

  @Test func `files that are not as they were left tell nothing of the summary`() throws {
    let (old, new) = (#""train_loss": 1e-07"#, #""train_loss": 1e-08"#)
    #expect(
      try !isAltered(replacing: old, with: new) {
        try $0.appending(RunFile.lossCurve).removeFile()
      })
    #expect(
      try isAltered(replacing: old, with: new) { try $0.appending(RunFile.model).removeFile() })
    #expect(
      try !isAltered(replacing: #""digest": ""#, with: #""digest": "k"#) {
        try $0.appending(RunFile.model).write([1])
      })
  }
}
