public import Experiments
public import RunRecords
public import Running

/// Configurations of some learning rates, trained for 90 epochs in rungs of 10, 30 and 90.
public func halving(
  rates: Int, seeds: Int = 1, more: String = "", end: String = ""
) throws -> RunPlan {
  let values = (1...rates).map { "\(Double($0) / 100)" }.joined(separator: ", ")
  return try plan(
    """
    dataset: xor
    layers: [2, 1]
    learning_rate: 0.5
    epochs: 90
    sweep:
      parameters: {learning_rate: [\(values)]\(more)}
      seeds: \(seeds)
      halving: {min: 10}
    \(end)
    """)
}

/// What rungs have come to.
public struct Halved {
  /// The plan in the end.
  public let plan: RunPlan
  /// What became of its runs.
  public let records: [RunRecord]
  /// What was asked for.
  public let rounds: [SearchRound]

  /// Both together.
  public var result: ExperimentResult { ExperimentResult(plan, records) }
}

extension RunPlan {
  /// Goes through the rungs with losses that are told by run and rung; a nan diverges, nil fails.
  public func halved(_ loss: (_ run: RunPlan.Run, _ rung: Int) -> Double?) -> Halved {
    var rounds: [SearchRound] = []
    let (plan, records) = strategy.followed { round in
      rounds.append(round)
      return round.plan.runs.enumerated().map { index, run in
        guard let loss = loss(run, round.rung?.number ?? 0) else {
          return RunRecord(failure: "no space")
        }
        return round.plan.record(index, [loss], loss.isNaN ? .diverged : .completed)
      }
    }
    return Halved(plan: plan, records: records, rounds: rounds)
  }
}

/// What nine configurations, by their numbers as losses, come to whose second rung was cut short.
public func halvingCutShort(expecting items: String = "") throws -> ExperimentResult {
  let plan = try halving(rates: 9, end: "expect: [\(items)]\n")
  let (end, records) = plan.strategy.followed { round in
    round.plan.runs.enumerated().map { index, run in
      round.rung?.number == 2 && index == 0
        ? .interrupted : round.plan.record(index, [Double(run.configurationNumber)])
    }
  }
  return ExperimentResult(end, records)
}

/// What three configurations with two seeds each come to, by their numbers as losses, the last survivor of
/// which diverges in the last rung.
public func halvingDiverged(expecting item: String) throws -> ExperimentResult {
  try halving(rates: 3, seeds: 2, end: "expect: [\(item)]\non_divergence: record\n")
    .halved { run, rung in rung == 3 ? .nan : Double(run.configurationNumber) }.result
}
