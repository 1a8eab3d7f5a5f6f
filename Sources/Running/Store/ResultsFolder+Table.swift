internal import RunRecords

extension ResultsFolder {
  /// The scores of an experiment's best run that are listed.
  private static let scores = ["train_loss", "val_loss", "test_loss"]

  /// The experiments: how many runs each has and how many of them have finished, the best one with its
  /// scores, and when it was last begun.
  public func table() throws(ResultsError) -> ResultTable {
    let experiments = try experiments()
    guard !experiments.isEmpty else { throw empty }
    var rows: [[String]] = []
    for experiment in experiments { rows.append(try Self.row(experiment)) }
    return ResultTable(
      columns: ["experiment", "runs", "finished", "diverged", "in_flight", "best_run"]
        + Self.scores + ["started"],
      rows: rows)
  }

  /// The cells of an experiment.
  private static func row(_ experiment: ExperimentFolder) throws(ResultsError) -> [String] {
    let table = try experiment.runs()
    let finished = (table["digest"] ?? []).count { !$0.isEmpty }
    let diverged = (table["status"] ?? []).count { $0 == RunStatus.diverged.rawValue }
    let best = table["rank"]?.firstIndex(of: "1")
    func cell(_ column: String) -> String {
      best.flatMap { best in table[column].map { $0[best] } } ?? ""
    }
    let inFlight = experiment.progress.map { String($0.inFlight) } ?? ""
    return [
      experiment.name, String(table.rows.count), String(finished), String(diverged), inFlight,
      cell("run_id"),
    ] + scores.map(cell) + [experiment.provenance?.started ?? ""]
  }
}
