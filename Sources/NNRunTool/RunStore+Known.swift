internal import Experiments
internal import Files
internal import RunRecords
internal import Scheduling
internal import Synchronization

extension RunStore {
  /// How many runs one worker looks for at a time.
  private static let runsAtOnce = 64

  /// What is known of each of some runs without training it; nil where it has not finished.
  ///
  /// - Parameter jobs: how many workers look for them.
  func known(_ runs: [RunPlan.Run], jobs: Int) -> [TrainingWork.Result?] {
    let results = Mutex<[TrainingWork.Result?]>(Array(repeating: nil, count: runs.count))
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
        results.withLock { $0.replaceSubrange(start..<start + found.count, with: found) }
      })
    return results.withLock(\.self)
  }

  /// What is known of a run without training it; nil where it has not finished.
  private func known(_ run: RunPlan.Run) -> TrainingWork.Result? {
    do throws(FileError) {
      return try finished(run).map { TrainingWork.Result($0, isCached: true) }
    } catch {
      return TrainingWork.Result(error)
    }
  }
}
