internal import Experiments
internal import RunRecords
internal import Vocabulary

extension BatchResult {
  /// The content of `summary.csv`: one row for each run, in the order of the plan.
  ///
  /// Where configurations drop out rung by rung, the row is of the last rung that a run got to. Runs
  /// that have not finished have their status and no scores, and those of a part of a plan its shard.
  public var summaryCSV: [UInt8] {
    let hasFolds = plan.hasFolds
    let hasRungs = !plan.rungs.isEmpty
    let columns = Score.columns(for: plan.metrics)
    var table = CSV()
    table.append(
      row: ["run_id", "configuration", "status"] + (hasRungs ? ["rung"] : []) + ["rank", "seed"]
        + (hasFolds ? ["fold"] : []) + (plan.part == nil ? [] : ["shard"]) + plan.parameterColumns
        + ["epochs_run", "best_epoch"] + columns.map(\.name) + ["digest"])
    for index in plan.runs.indices {
      var fields = leadingFields(of: index, hasRungs: hasRungs, hasFolds: hasFolds)
      let summary = records[index].summary
      fields.append(summary.map { String($0.epochsRun) } ?? "")
      fields.append(summary.map { String($0.bestEpoch) } ?? "")
      fields += columns.map { CSV.text(summary?.score($0)) }
      table.append(row: fields + [summary?.digest ?? ""])
    }
    return table.bytes
  }

  /// What stands before the results of a run: which it is, how it ended, and its place.
  private func leadingFields(of index: Int, hasRungs: Bool, hasFolds: Bool) -> [String] {
    let (run, record) = (plan.runs[index], records[index])
    var fields = [
      run.id.description, String(run.configurationNumber), record.status.rawValue,
    ]
    if hasRungs { fields.append(record.rung.map(String.init) ?? "") }
    fields.append(ranking.runRanks[index].map(String.init) ?? "")
    fields.append(String(run.configuration.seed))
    if hasFolds { fields.append(run.fold) }
    if let part = plan.part { fields.append(part.shard.description) }
    return fields + run.parameters.map(\.text)
  }
}

extension RunPlan {
  /// The metrics that any run has, in the order of the documentation.
  var metrics: [Metric] {
    Metric.allCases.filter { metric in scores.contains { $0.quantity == .metric(metric) } }
  }

  /// The columns of the keys that configurations give values to.
  var parameterColumns: [String] { keys.map(\.column) }
}
