public import Experiments
internal import Files
public import RunRecords
internal import Synchronization

extension RunStore {
  /// How many runs one worker looks for at a time.
  private static let runsAtOnce = 64

  /// What is known of each of some runs without training it; nil where it has not finished.
  ///
  /// - Parameter jobs: how many workers look for them.
  func known(_ runs: [RunPlan.Run], jobs: Int) -> [RunRecord?] {
    let records = Mutex<[RunRecord?]>(Array(repeating: nil, count: runs.count))
    let starts = Array(stride(from: 0, to: runs.count, by: Self.runsAtOnce))
    // Nothing is trained yet: a wish to stop is noticed soon enough after this.
    Scheduler(workers: jobs).run(
      starts.count, cancellation: Cancellation(),
      perform: { piece, _ in
        let start = starts[piece]
        return (start, runs[start...].prefix(Self.runsAtOnce).map(known))
      },
      receive: { _, known in
        let (start, found) = known
        records.withLock { $0.replaceSubrange(start..<start + found.count, with: found) }
      })
    return records.withLock(\.self)
  }

  /// What is known of a run without training it; nil where it has not finished.
  func known(_ run: RunPlan.Run) -> RunRecord? {
    do throws(FileError) {
      return try finished(run).map { RunRecord($0, isCached: true) }
    } catch {
      return RunRecord(error)
    }
  }

  /// What is known of the runs of a plan without training any, round by round as its strategy goes.
  public func result(of plan: RunPlan, jobs: Int) -> ExperimentResult {
    let (reached, records) = plan.strategy.followed { round in
      known(round.plan.runs, jobs: jobs).map { $0 ?? .interrupted }
    }
    return ExperimentResult(reached, records)
  }
}
