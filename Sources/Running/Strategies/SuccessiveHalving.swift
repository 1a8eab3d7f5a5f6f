public import Experiments
public import RunRecords
internal import Vocabulary

/// Successive halving of what another strategy asks for, rung by rung: all its runs a little, and only the
/// best configurations further.
///
/// What goes on is decided by the records of a rung, all of them together.
public struct SuccessiveHalving: SearchStrategy {
  /// The plan, with the runs of the last rung that each got to, or is to be trained in.
  public private(set) var plan: RunPlan
  /// What has become of its runs, each in the last rung that it got to.
  public private(set) var records: [RunRecord]
  /// The rung to be trained; nil where there is nothing left to do.
  public private(set) var round: SearchRound?

  /// Who asks for runs to be halved.
  private var inner: any SearchStrategy
  /// The rule.
  private let halving: Halving
  /// The runs, by index, that the inner strategy asks for together: those that its plan has got since.
  private var group = 0..<0
  /// Those of them that have not dropped out.
  private var remaining: [Int] = []

  /// Begins with the first rung.
  public init(_ halving: Halving, around inner: any SearchStrategy) {
    self.halving = halving
    self.inner = inner
    plan = inner.plan
    records = inner.records
    beginGroup()
  }

  /// Takes what became of the rung's runs, and goes on to the next rung.
  public mutating func take(_ results: [RunRecord]) {
    guard let round, let rung = round.rung else { preconditionFailure("there is no rung left") }
    let byID = Dictionary(uniqueKeysWithValues: zip(round.plan.runs.map(\.id), results))
    for index in remaining {
      records[index] = (byID[plan.runs[index].id] ?? .interrupted).inRung(rung.number)
    }
    self.round = nil
    if remaining.contains(where: { records[$0].status == .interrupted }) { return }
    guard !rung.isLast else { return endGroup() }
    let survivors = survivors
    for index in remaining where !survivors.contains(plan.runs[index].configurationNumber) {
      records[index] = records[index].pruned()
    }
    remaining.removeAll { !survivors.contains(plan.runs[$0].configurationNumber) }
    if remaining.isEmpty { endGroup() } else { begin(rung.number + 1) }
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

  /// Takes over the runs that the inner strategy asks for, to be trained in the first rung.
  private mutating func beginGroup() {
    guard inner.round != nil else { return }
    group = group.upperBound..<inner.plan.runs.count
    plan = inner.plan.with(Array(plan.runs[..<group.lowerBound] + inner.plan.runs[group]))
    records = Array(records[..<group.lowerBound] + inner.records[group])
    remaining = Array(group)
    begin(1)
  }

  /// Tells the inner strategy what became of the runs that it asked for, and goes on with its next.
  private mutating func endGroup() {
    inner.take(group.map { records[$0] })
    beginGroup()
  }

  /// Makes a rung the next to be trained.
  private mutating func begin(_ number: Int) {
    var runs = plan.runs
    var listed: Set<RunID> = []
    var distinct: [RunPlan.Run] = []
    var shorter: [RunID: RunSummary] = [:]
    for index in remaining {
      let run = inner.plan.run(index, inRung: number)
      runs[index] = run
      shorter[run.id] = records[index].summary
      // Runs that differ in how often they are logged may begin as one.
      if listed.insert(run.id).inserted { distinct.append(run) }
    }
    plan = inner.plan.with(runs)
    round = SearchRound(
      inner.plan.with(distinct),
      rung: SearchRound.Rung(number: number, count: inner.plan.rungs.count), shorter: shorter)
  }
}
