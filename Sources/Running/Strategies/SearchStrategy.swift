public import Experiments
public import RunRecords

/// Which runs of an experiment come next, given what became of those before.
///
/// What a strategy asks for depends on the plan and on records alone: it is the same whoever trained
/// the runs, when, and in which order.
///
///     var strategy = plan.strategy
///     while let round = strategy.round { strategy.take(records(of: round.plan)) }
///
/// `followed(_:)` does that.
public protocol SearchStrategy: Sendable {
  /// The plan as far as it is known: rounds may add runs to it, or put longer ones in their places.
  var plan: RunPlan { get }
  /// What has become of the plan's runs, in its order: interrupted where nothing is known yet.
  var records: [RunRecord] { get }
  /// The runs to be trained next; nil where there is nothing left to do.
  var round: SearchRound? { get }

  /// Takes what became of the round's runs, in the order of its plan, and goes on to the next.
  ///
  /// A run that was interrupted may end it all, where nothing can be decided without it.
  ///
  /// - Precondition: there is a round.
  mutating func take(_ results: [RunRecord])
}

/// Runs that a strategy asks for together.
public struct SearchRound: Sendable {
  /// A rung of successive halving.
  public struct Rung: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// How many rungs there are.
    public let count: Int

    /// Whether no run goes on after it.
    public var isLast: Bool { number == count }
  }

  /// The runs, each once; what else a plan has is that of the whole.
  public let plan: RunPlan
  /// The rung that they belong to; nil where there are none.
  public let rung: Rung?
  /// What the shorter runs came to that some go on from, by the ids of those that go on.
  public let shorter: [RunID: RunSummary]

  /// Joins runs and what they go on from.
  public init(_ plan: RunPlan, rung: Rung? = nil, shorter: [RunID: RunSummary] = [:]) {
    self.plan = plan
    self.rung = rung
    self.shorter = shorter
  }
}

extension SearchStrategy {
  /// Goes through all rounds.
  ///
  /// - Parameter records: what becomes of a round's runs, in the order of its plan.
  /// - Returns: the plan in the end, and what became of its runs.
  public func followed<Failure: Error>(
    _ records: (SearchRound) throws(Failure) -> [RunRecord]
  ) throws(Failure) -> (plan: RunPlan, records: [RunRecord]) {
    var strategy = self
    while let round = strategy.round { strategy.take(try records(round)) }
    return (strategy.plan, strategy.records)
  }
}

extension RunPlan {
  /// The strategy that its sweep asks for.
  public var strategy: any SearchStrategy {
    let all = AllAtOnce(self)
    return experiment.sweep.halving.map { SuccessiveHalving($0, around: all) } ?? all
  }
}
