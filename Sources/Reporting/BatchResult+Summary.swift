internal import Experiments
internal import RunRecords
internal import Vocabulary

extension BatchResult {
  /// The content of `summary.csv`: one row for each run, in the order of the plan.
  ///
  /// Runs that have not finished have their status and no scores.
  public var summaryCSV: [UInt8] {
    let hasFolds = plan.hasFolds
    let columns = Score.columns(for: plan.metrics)
    var table = CSV()
    table.append(
      row: ["run_id", "configuration", "status", "rank", "seed"]
        + (hasFolds ? ["fold"] : []) + plan.parameterColumns
        + ["epochs_run", "best_epoch"] + columns.map(\.name) + ["digest"])
    for (index, run) in plan.runs.enumerated() {
      let record = records[index]
      let summary = record.summary
      table.append(
        row: [
          run.id.description, String(run.configurationNumber), record.status.rawValue,
          ranking.runRanks[index].map(String.init) ?? "", String(run.configuration.seed),
        ] + (hasFolds ? [run.fold] : []) + run.parameters.map(\.text) + [
          summary.map { String($0.epochsRun) } ?? "", summary.map { String($0.bestEpoch) } ?? "",
        ] + columns.map { CSV.text(summary?.score($0)) } + [summary?.digest ?? ""])
    }
    return table.bytes
  }
}

extension RunPlan {
  /// The metrics that any run has, in the order of the documentation.
  var metrics: [Metric] {
    Metric.allCases.filter { metric in scores.contains { $0.quantity == .metric(metric) } }
  }

  /// The columns of the swept keys.
  var parameterColumns: [String] { experiment.sweep.axes.map(\.path.column) }
}
