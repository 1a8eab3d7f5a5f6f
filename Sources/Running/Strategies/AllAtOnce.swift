public import Experiments
public import RunRecords

/// The strategy of grids and random draws: all runs of a plan, in one round.
public struct AllAtOnce: SearchStrategy {
  /// The plan.
  public let plan: RunPlan
  /// What has become of its runs.
  public private(set) var records: [RunRecord]
  /// All of them; nil once they have been trained.
  public private(set) var round: SearchRound?

  /// Asks for the runs of a plan.
  public init(_ plan: RunPlan) {
    self.plan = plan
    records = Array(repeating: .interrupted, count: plan.runs.count)
    round = SearchRound(plan)
  }

  /// Takes what became of the runs.
  public mutating func take(_ results: [RunRecord]) {
    precondition(round != nil && results.count == records.count)
    records = results
    round = nil
  }
}
