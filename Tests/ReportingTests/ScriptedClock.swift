import Synchronization

/// A clock that goes on only when it is told to.
final class ScriptedClock: Sendable {
  private let time = Mutex(Duration.zero)

  /// The time as the clock shows it.
  var read: @Sendable () -> Duration { { self.time.withLock { $0 } } }

  /// Moves the hands.
  func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
