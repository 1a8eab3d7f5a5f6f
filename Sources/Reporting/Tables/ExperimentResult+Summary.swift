internal import Experiments
internal import RunRecords
public import Running
internal import Text
internal import Vocabulary

extension ExperimentResult {
  /// The content of `summary.csv`: one row for each run, in the order of the plan.
  ///
  /// Where configurations drop out rung by rung, the row is of the last rung that a run got to. Runs
  /// that have not finished have their status and no scores, and those of a part of a plan its shard.
  public var summaryCSV: [UInt8] {
    let hasFolds = plan.hasFolds
    let hasRungs = !plan.rungs.isEmpty
    let folds = plan.foldNumbers
    var texts = ValueTexts(keyCount: plan.keys.count)
    let columns = Score.columns(for: plan.metrics)
    var table = CSV()
    table.append(
      row: ["run_id", "configuration", "status"] + (hasRungs ? ["rung"] : []) + ["rank", "seed"]
        + (hasFolds ? ["fold"] : []) + (plan.shardShare == nil ? [] : ["shard"])
        + plan.parameterColumns
        + ["epochs_run", "best_epoch"] + columns.map(\.name) + ["digest"])
    for (index, run) in plan.runs.enumerated() {
      var fields = leadingFields(of: index, hasRungs: hasRungs)
      if hasFolds { fields.append(folds[run.dataConfiguration].map(String.init) ?? "") }
      if let part = plan.shardShare { fields.append(part.shard.description) }
      fields += texts.texts(of: run.parameters)
      let summary = records[index].summary
      fields.append(summary.map { String($0.epochsRun) } ?? "")
      fields.append(summary.map { String($0.bestEpoch) } ?? "")
      fields += columns.map { CSV.text(summary?.score($0)) }
      table.append(row: fields + [summary?.digest ?? ""])
    }
    return table.bytes
  }

  /// What a row begins with: which run it is of, how that ended, its place and its seed.
  private func leadingFields(of index: Int, hasRungs: Bool) -> [String] {
    let (run, record) = (plan.runs[index], records[index])
    var fields = [
      run.id.description, String(run.configurationNumber), record.status.rawValue,
    ]
    if hasRungs { fields.append(record.rung.map(String.init) ?? "") }
    return fields + [ranking.runRanks[index].map(String.init) ?? "", String(run.seed)]
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
