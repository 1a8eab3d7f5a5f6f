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
    var status = ExitStatus.success
    var kept: PauseKeeper?
    let (plan, records) = RungLadder.climb(plan) { plan, rung in
      let work = rung.map {
        RungWork($0, from: kept, capacity: Machine.memory / Self.memoryShare)
      }
      let batch = Batch(
        plan: plan, spec: spec, data: data, store: store, engine: engine, options: options,
        cancellation: cancellation, overtime: overtime)
      let (records, rungStatus) = batch.train(in: work)
      status = max(status, rungStatus)
      kept = work?.keeper
      return records
    }
    return (plan, records, status)
  }
}
