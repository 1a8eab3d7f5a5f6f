internal import Synchronization

/// A clock that goes on only when it is told to.
public final class ScriptedClock: Sendable {
  private let time = Mutex(Duration.zero)

  /// A clock at its first moment.
  public init() {}

  /// The time as the clock shows it.
  public var read: @Sendable () -> Duration { { self.time.withLock { $0 } } }

  /// Moves the hands.
  public func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
