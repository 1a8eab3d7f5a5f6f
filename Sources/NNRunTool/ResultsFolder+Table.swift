internal import Reporting
internal import RunRecords
internal import SystemPackage

extension ResultsFolder {
  /// The scores of a batch's best run that are listed.
  private static let scores = ["train_loss", "val_loss", "test_loss"]

  /// The batches: how many runs each has and how many of them have finished, the best one with its
  /// scores, and when the batch was last begun.
  ///
  /// - Throws: the exit status, when it has been said what cannot be read.
  func table() throws(ExitError) -> ResultTable {
    let batches = batches
    guard !batches.isEmpty else { throw empty }
    var rows: [[String]] = []
    for batch in batches { rows.append(try Self.row(batch)) }
    return ResultTable(
      columns: ["batch", "runs", "finished", "diverged", "in_flight", "best_run"] + Self.scores
        + ["started"],
      rows: rows)
  }

  /// The cells of a batch.
  private static func row(_ batch: SavedBatch) throws(ExitError) -> [String] {
    let table = try batch.runs()
    let finished = (table["digest"] ?? []).count { !$0.isEmpty }
    let diverged = (table["status"] ?? []).count { $0 == RunStatus.diverged.rawValue }
    let best = table["rank"]?.firstIndex(of: "1")
    func cell(_ column: String) -> String {
      best.flatMap { best in table[column].map { $0[best] } } ?? ""
    }
    let inFlight = batch.isInProgress ? String(batch.runsInProgress.count) : ""
    return [
      batch.name, String(table.rows.count), String(finished), String(diverged), inFlight,
      cell("run_id"),
    ] + scores.map(cell) + [started(batch)]
  }

  /// When a batch was last begun, as it says itself; empty where it does not.
  private static func started(_ batch: SavedBatch) -> String {
    SavedCircumstances(batch.path.appending(BatchFile.circumstances))?.started ?? ""
  }
}
