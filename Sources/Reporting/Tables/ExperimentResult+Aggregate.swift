internal import Experiments
internal import RunRecords
public import Running
internal import Text
internal import Vocabulary

extension ExperimentResult {
  /// The content of `aggregate.csv`: one row for each configuration, in the order of the plan.
  ///
  /// `runs` counts those that have finished; scores are over those among them with a finite value.
  ///
  /// - Returns: nil where each configuration is one run, so that there is nothing to aggregate, and for a
  ///   part of a plan, which need not have all runs of a configuration.
  public var aggregateCSV: [UInt8]? {
    guard plan.shardShare == nil, plan.repetition != nil else { return nil }
    let hasRungs = !plan.rungs.isEmpty
    var table = CSV()
    table.append(
      row: ["configuration"] + plan.parameterColumns + (hasRungs ? ["rung"] : [])
        + ["runs", "diverged"]
        + plan.scores.flatMap { score in
          ["mean", "std", "min", "max"].map { "\(score.name)_\($0)" }
        } + ["rank"])
    var texts = ValueTexts(keyCount: plan.keys.count)
    for configuration in configurations {
      table.append(
        row: [String(configuration.number)] + texts.texts(of: configuration.parameters)
          + (hasRungs ? [configuration.rung.map(String.init) ?? ""] : [])
          + [String(configuration.summaries.count), String(configuration.divergedCount)]
          + plan.scores.flatMap { score in
            let statistics = configuration.statistics(of: score)
            return [
              CSV.text(statistics?.mean), CSV.text(statistics?.standardDeviation),
              CSV.text(statistics?.minimum), CSV.text(statistics?.maximum),
            ]
          } + [configuration.rank.map(String.init) ?? ""])
    }
    return table.bytes
  }
}
