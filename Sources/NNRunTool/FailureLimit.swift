internal import Experiments
internal import RunRecords
internal import Scheduling
internal import Synchronization
internal import Vocabulary

/// Stops everything after so many runs have failed, timed out or diverged.
final class FailureLimit: Sendable {
  /// The option that asks for it, with its value.
  let option: String
  /// How many such runs are too many.
  private let limit: Int
  /// How many there have been.
  private let count = Mutex(0)
  private let cancellation: Cancellation

  /// Nothing has failed yet.
  ///
  /// - Parameter option: the option that asks for it, with its value.
  init(_ limit: Int, option: String, _ cancellation: Cancellation) {
    self.limit = limit
    self.option = option
    self.cancellation = cancellation
  }

  /// Whether so many runs have failed.
  var isReached: Bool { count.withLock { $0 >= limit } }

  /// Takes note of what became of a run, trained now or before.
  func note(_ record: RunRecord, _ handling: DivergenceHandling) {
    guard Self.isFailure(record.status, handling) else { return }
    count.withLock { $0 += 1 }
    if isReached { cancellation.cancel() }
  }

  /// Whether a run that ended so makes the program exit with an error.
  private static func isFailure(_ status: RunStatus, _ handling: DivergenceHandling) -> Bool {
    switch status {
    case .failed, .timedOut: true
    case .diverged: handling == .fail
    case .completed, .stoppedEarly, .pruned, .interrupted: false
    }
  }
}
