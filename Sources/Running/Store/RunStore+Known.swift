public import Experiments
internal import Files
public import RunRecords
internal import Synchronization
internal import SystemPackage

extension RunStore {
  /// How many runs one worker looks for at a time.
  private static let runsAtOnce = 64

  /// What is known of each of some runs without training it; nil where it has not finished.
  ///
  /// - Parameters:
  ///   - jobs: how many workers look for them.
  ///   - fail: is given why the folder could not be listed; each run is asked for then.
  func known(
    _ runs: [RunPlan.Run], jobs: Int, fail: (FileError) -> Void = { _ in }
  ) -> [RunRecord?] {
    // What is there is told by one look at the folder, so that nothing is asked of each run that is not.
    var present: Set<RunID>?
    if runs.count > 1 {
      do throws(FileError) { present = try presentRuns() } catch { fail(error) }
    }
    if let present, present.isEmpty { return runs.map { _ in nil } }
    let records = Mutex<[RunRecord?]>(Array(repeating: nil, count: runs.count))
    let starts = Array(stride(from: 0, to: runs.count, by: Self.runsAtOnce))
    // Nothing is trained yet: a wish to stop is noticed soon enough after this.
    Scheduler(workers: jobs).run(
      starts.count, cancellation: Cancellation(),
      perform: { [present] piece, _ in
        let start = starts[piece]
        let records = runs[start...].prefix(Self.runsAtOnce).map { run in
          present?.contains(run.id) == false ? nil : known(run)
        }
        return (start, records)
      },
      receive: { _, known in
        let (start, found) = known
        records.withLock { $0.replaceSubrange(start..<start + found.count, with: found) }
      })
    return records.withLock(\.self)
  }

  /// The runs that have a folder, whole or not.
  private func presentRuns() throws(FileError) -> Set<RunID> {
    Set(try folder.unorderedEntries().lazy.compactMap { RunID($0.string) })
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
