public import Experiments
public import RunRecords

/// A plan with what became of each of its runs: what every file and report of an experiment is made of.
public struct ExperimentResult: Sendable {
  /// What was planned.
  public let plan: RunPlan
  /// What became of each run, in the order of the plan.
  public let records: [RunRecord]
  /// The order of the runs from best to worst.
  public let ranking: RunRanking
  /// How many runs ended in which way.
  public let counts: RunCounts
  /// The rung of successive halving before the last that was cut short, so that it is not known which of
  /// its runs go on; nil where none was.
  let openRung: Int?
  /// Why runs were stopped or not begun; nil where that is not known, or none were.
  public let earlyEnd: EarlyEnd?

  /// Joins a plan and its records.
  ///
  /// - Precondition: there is one record for each run, in the order of the plan.
  public init(_ plan: RunPlan, _ records: [RunRecord], earlyEnd: EarlyEnd? = nil) {
    self.plan = plan
    self.records = records
    self.earlyEnd = earlyEnd
    ranking = RunRanking(plan, records)
    counts = RunCounts(records)
    openRung = records.first { $0.status == .interrupted }?.rung
      .flatMap { $0 < plan.rungs.count ? $0 : nil }
  }

  /// The index of the run with rank 1; nil where no run has finished, and where only the whole can tell.
  ///
  /// It has diverged only if every configuration has a run that did.
  public var best: Int? { ranking.order.first }
}
