public import Experiments
public import RunRecords
internal import Vocabulary

/// Successive halving of a plan, rung by rung: which runs are to be trained, and what has become of all.
///
/// What goes on is decided by records alone, and by all of a rung together: it is the same whoever
/// trained the runs, when, and in which order.
///
///     var ladder = RungLadder(plan)
///     while let rung = ladder.rung { ladder.climb(records(of: rung.plan)) }
///
/// `RungLadder.climb(_:_:)` does that, and takes plans that do not halve too.
public struct RungLadder: Sendable {
  /// What is trained next.
  public struct Rung: Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The runs, each once; what else a plan has is that of the whole.
    public let plan: RunPlan
    /// What the shorter runs came to that runs of it go on from, by the ids of those that go on.
    public let shorter: [RunID: RunSummary]
  }

  /// The plan, with the runs of the last rung that each got to, or is to be trained in.
  public private(set) var plan: RunPlan
  /// What became of those runs.
  public private(set) var records: [RunRecord]
  /// The rung to be trained; nil where there is nothing left to do.
  public private(set) var rung: Rung?

  /// The plan as it was made.
  private let whole: RunPlan
  /// The rule.
  private let halving: Halving
  /// The runs, by index, that have not dropped out.
  private var remaining: [Int]

  /// Begins with the first rung.
  ///
  /// - Returns: nil where the plan does not halve.
  public init?(_ plan: RunPlan) {
    guard let halving = plan.experiment.sweep.halving else { return nil }
    (whole, self.plan, self.halving) = (plan, plan, halving)
    records = Array(repeating: .interrupted, count: plan.runs.count)
    remaining = Array(plan.runs.indices)
    begin(1)
  }

  /// Goes through a plan, rung by rung where it halves.
  ///
  /// - Parameters:
  ///   - records: what becomes of the runs of a plan, in its order: of each rung's, or of all at once, with
  ///     no rung.
  /// - Returns: the plan with its runs as of the last rung that each got to, and what became of them.
  public static func climb<Failure: Error>(
    _ plan: RunPlan, _ records: (RunPlan, Rung?) throws(Failure) -> [RunRecord]
  ) throws(Failure) -> (plan: RunPlan, records: [RunRecord]) {
    guard var ladder = RungLadder(plan) else { return (plan, try records(plan, nil)) }
    while let rung = ladder.rung { ladder.climb(try records(rung.plan, rung)) }
    return (ladder.plan, ladder.records)
  }

  /// Takes what became of the runs of the rung, in the order of its plan, and goes on to the next.
  ///
  /// A run that was interrupted ends it all here, as nothing can be decided without it.
  ///
  /// - Precondition: there is a rung.
  public mutating func climb(_ results: [RunRecord]) {
    guard let rung else { preconditionFailure("there is no rung left") }
    let byID = Dictionary(uniqueKeysWithValues: zip(rung.plan.runs.map(\.id), results))
    for index in remaining {
      records[index] = (byID[plan.runs[index].id] ?? .interrupted).inRung(rung.number)
    }
    self.rung = nil
    let isInterrupted = remaining.contains { records[$0].status == .interrupted }
    guard rung.number < plan.rungs.count, !isInterrupted else { return }
    let survivors = survivors
    for index in remaining where !survivors.contains(plan.runs[index].configurationNumber) {
      records[index] = records[index].pruned()
    }
    remaining.removeAll { !survivors.contains(plan.runs[$0].configurationNumber) }
    if !remaining.isEmpty { begin(rung.number + 1) }
  }

  /// The configurations that go on: the best of those whose runs have all ended by themselves.
  private var survivors: Set<Int> {
    let runs = remaining.map { plan.runs[$0] }
    let results = remaining.map { records[$0] }
    let unfinished = Set(
      zip(runs, results).filter { $0.1.summary == nil }.map(\.0.configurationNumber))
    let count = halving.survivorCount(of: Set(runs.map(\.configurationNumber)).count)
    let order = RunRanking(plan.with(runs), results).configurationOrder
    return Set(order.filter { !unfinished.contains($0) }.prefix(count))
  }

  /// Makes a rung the next to be trained.
  private mutating func begin(_ number: Int) {
    var runs = plan.runs
    var listed: Set<RunID> = []
    var distinct: [RunPlan.Run] = []
    var shorter: [RunID: RunSummary] = [:]
    for index in remaining {
      let run = whole.run(index, inRung: number)
      runs[index] = run
      shorter[run.id] = records[index].summary
      // Runs that differ in how often they are logged may begin as one.
      if listed.insert(run.id).inserted { distinct.append(run) }
    }
    plan = whole.with(runs)
    rung = Rung(number: number, plan: whole.with(distinct), shorter: shorter)
  }
}
