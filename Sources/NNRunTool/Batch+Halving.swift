internal import Experiments
internal import Reporting
internal import RunRecords

extension Batch {
  /// The share of the machine's memory that runs may take between rungs: one of so many parts.
  private static let memoryShare = 4

  /// Does all runs, rung by rung where the plan halves.
  ///
  /// - Returns: the runs, each of the last rung that it got to, what became of them, and what the program
  ///   is to exit with because of failures.
  func trained() -> (plan: RunPlan, records: [RunRecord], status: ExitStatus) {
    guard var ladder = RungLadder(plan) else {
      let (records, status) = train()
      return (plan, records, status)
    }
    var status = ExitStatus.success
    var kept: PauseKeeper?
    while let rung = ladder.rung {
      let work = RungWork(rung, from: kept, capacity: Machine.memory / Self.memoryShare)
      let batch = Batch(
        plan: rung.plan, spec: spec, data: data, store: store, engine: engine, options: options,
        cancellation: cancellation, overtime: overtime)
      let (records, rungStatus) = batch.train(in: work)
      status = max(status, rungStatus)
      ladder.climb(records)
      kept = work.keeper
    }
    return (ladder.plan, ladder.records, status)
  }
}
