public import RunRecords
internal import Synchronization
public import Vocabulary

/// How long something may take.
public struct TimeLimit: Hashable, Sendable {
  /// The option that asks for it, with its value: `--time-limit 1h30m`.
  public let option: String
  /// How long that is; longer than 0.
  public let duration: Duration

  /// Creates a limit.
  public init(_ duration: Duration, option: String) {
    self.duration = duration
    self.option = option
  }
}

/// What stops runs before they end by themselves.
public struct RunLimits: Sendable {
  /// How long a run may take; nil for any time.
  public let run: TimeLimit?
  /// How long all runs may take together; nil for any time.
  public let total: TimeLimit?
  /// How many runs may fail, of all experiments together; nil for any number.
  public let failures: FailureCount?

  /// Creates limits.
  public init(run: TimeLimit?, total: TimeLimit?, failures: FailureCount?) {
    self.run = run
    self.total = total
    self.failures = failures
  }
}

/// Counts runs that have failed, timed out or diverged, until there are too many.
public final class FailureCount: Sendable {
  /// The option that asks for it, with its value.
  let option: String
  private let limit: Int
  private let count = Mutex(0)

  /// Nothing has failed yet.
  ///
  /// - Parameters:
  ///   - limit: how many such runs are too many.
  ///   - option: the option that asks for it, with its value.
  public init(_ limit: Int, option: String) {
    self.limit = limit
    self.option = option
  }

  /// Whether so many runs have failed.
  var isReached: Bool { count.withLock { $0 >= limit } }

  /// Takes note of what became of a run, trained now or before.
  func note(_ record: RunRecord, _ handling: DivergenceHandling) {
    if record.status.isFailure(handling) { count.withLock { $0 += 1 } }
  }
}

extension RunStatus {
  /// Whether a run that ended so makes its experiment fail.
  public func isFailure(_ handling: DivergenceHandling) -> Bool {
    switch self {
    case .failed, .timedOut: true
    case .diverged: handling == .fail
    case .completed, .stoppedEarly, .pruned, .interrupted: false
    }
  }
}
