internal import Experiments
internal import Files
internal import RunRecords
internal import Scheduling
internal import Synchronization

extension Batch {
  /// How many runs one worker looks for at a time.
  private static let runsAtOnce = 64

  /// What is known of each run without training it; nil where it must be trained.
  func knownResults() -> [TrainingWork.Result?] {
    let results = Mutex<[TrainingWork.Result?]>(Array(repeating: nil, count: plan.runs.count))
    let starts = Array(stride(from: 0, to: plan.runs.count, by: Self.runsAtOnce))
    // Nothing is trained yet: a wish to stop is noticed soon enough after this.
    Scheduler(workers: options.jobs).run(
      starts.count, cancellation: Cancellation(),
      perform: { piece, _ in
        let start = starts[piece]
        return (start, plan.runs[start...].prefix(Self.runsAtOnce).map(known))
      },
      receive: { _, known in
        let (start, found) = known
        results.withLock { $0.replaceSubrange(start..<start + found.count, with: found) }
      })
    return results.withLock(\.self)
  }

  /// What is known of a run without training it; nil where it must be trained.
  private func known(_ run: RunPlan.Run) -> TrainingWork.Result? {
    do throws(FileError) {
      return try store.finished(run).map {
        TrainingWork.Result(record: RunRecord($0, isCached: true), status: .success)
      }
    } catch {
      return TrainingWork.Result(record: RunRecord(failure: error.description), status: .ioError)
    }
  }
}
