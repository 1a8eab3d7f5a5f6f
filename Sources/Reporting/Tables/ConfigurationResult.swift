internal import Experiments
internal import RunRecords
internal import Running
internal import Vocabulary

/// What became of one configuration: of the runs that differ by their seed or fold alone.
struct ConfigurationResult {
  /// Its number in the plan, from 1.
  let number: Int
  /// The values of the plan's keys; empty where a part of a plan has no run of it.
  let parameters: [SpecValue]
  /// What its finished runs came to, in the order of the plan.
  let summaries: [RunSummary]
  /// The last rung of successive halving that it got to; nil where there are none.
  let rung: Int?
  /// Its place among the configurations; nil where no run has finished.
  let rank: Int?

  /// How many of its runs diverged.
  var divergedCount: Int { summaries.count { $0.status == .diverged } }

  /// What the runs with a finite value of a score come to; nil where there are none.
  func statistics(of score: Score) -> Statistics? {
    Statistics(summaries.compactMap { $0.score(score) }.filter(\.isFinite))
  }
}

extension ExperimentResult {
  /// The configurations of the plan, in its order; one that a part of a plan has no run of is empty.
  var configurations: [ConfigurationResult] {
    var parameters = [[SpecValue]?](repeating: nil, count: plan.configurationCount)
    var summaries = [[RunSummary]](repeating: [], count: plan.configurationCount)
    var rungs = [Int?](repeating: nil, count: plan.configurationCount)
    for (run, record) in zip(plan.runs, records) {
      let index = run.configurationNumber - 1
      parameters[index] = parameters[index] ?? run.parameters
      rungs[index] = rungs[index] ?? record.rung
      if let summary = record.summary { summaries[index].append(summary) }
    }
    return parameters.indices.map { index in
      ConfigurationResult(
        number: index + 1, parameters: parameters[index] ?? [], summaries: summaries[index],
        rung: rungs[index], rank: ranking.configurationRanks[index])
    }
  }
}
