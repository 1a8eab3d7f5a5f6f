internal import Text
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage
internal import SystemPackage

extension SavedBatch {
  /// The status of a run that has not finished.
  ///
  /// - Parameter isInProgress: whether a process is at work in the batch's folder.
  static func status(isInProgress: Bool) -> String {
    isInProgress ? "running" : RunStatus.interrupted.rawValue
  }

  /// The runs of the batch: those of the batch that ended last, and those that a process at work has
  /// finished since or has in training.
  ///
  /// - Throws: the exit status, when it has been said what cannot be read.
  func runs() throws(ExitError) -> ResultTable {
    let isInProgress = isInProgress
    let summary = try summary()
    if let summary, !isInProgress { return summary }
    var table = summary ?? ResultTable(columns: columnsOfRuns)
    let known = Self.finishedRuns(in: table)
    let finished = finishedRuns.filter { !known.contains($0.lastComponent?.string ?? "") }
      .compactMap { try? SavedRun(in: $0) }
    table.update(finished.map { ($0.name, Self.cells($0.summary)) })
    let status = Self.status(isInProgress: isInProgress)
    table.update(
      runsInProgress.map { run in
        (run.id, [("status", status), ("epochs_run", String(run.epochsRun))] + run.lastRow)
      })
    return table
  }

  /// The ids of the runs that have finished by a table: those with a digest.
  private static func finishedRuns(in table: ResultTable) -> Set<String> {
    Set(zip(table["run_id"] ?? [], table["digest"] ?? []).filter { !$0.1.isEmpty }.map(\.0))
  }

  /// The folders of all runs that have finished, whether they are still as they were or there at
  /// all: those with the name of a run, and those of the runs that had finished when the batch
  /// ended last; in the order of their names.
  ///
  /// - Throws: the exit status, when it has been said what cannot be read.
  func runsEverFinished() throws(ExitError) -> [FilePath] {
    let told = try summary().map(Self.finishedRuns) ?? []
    let found = runFolders.filter(\.isFolder).compactMap { $0.lastComponent?.string }
    return told.filter { RunID($0) != nil }.union(found)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path.appending($0) }
  }

  /// The columns of a table of runs whose batch has not ended, so that no one has said what is swept.
  private var columnsOfRuns: [String] {
    let scores = finishedRuns.lazy.compactMap { try? SavedRun(in: $0) }.first?.summary.scores
    return ["run_id", "status", "seed", "fold", "epochs_run", "best_epoch"]
      + (scores?.map(\.score.name) ?? ["train_loss", "val_loss", "test_loss"]) + ["digest"]
  }

  /// The cells that a run's summary fills.
  private static func cells(_ summary: SavedRun.Summary) -> [(column: String, text: String)] {
    [
      ("status", summary.status.rawValue), ("seed", String(summary.seed)),
      ("fold", summary.fold.map(String.init) ?? ""), ("epochs_run", String(summary.epochsRun)),
      ("best_epoch", String(summary.bestEpoch)), ("digest", summary.digest),
    ] + summary.scores.map { ($0.score.name, CSV.text($0.value)) }
  }

  /// What is going on in the folder; nil where no process is at work in it.
  var progressNote: String? {
    guard isInProgress else { return nil }
    let runs = runsInProgress
    let shares = runs.compactMap { run in
      run.settings?.lastEpoch.map { 100 * run.epochsRun / max(1, $0) }
    }
    var note =
      "\(name) is in progress: \(Readable.count(finishedRuns.count, "run")) finished, "
      + "\(Readable.count(runs.count)) in flight"
    if let least = shares.min(), let most = shares.max() {
      note += least == most ? " at \(most) %" : " at \(least) to \(most) %"
      note += " of their epochs"
    }
    return note
  }
}
