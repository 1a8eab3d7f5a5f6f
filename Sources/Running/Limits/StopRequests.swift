/// The signals of one kind or another by which a program is asked to stop.
public struct StopRequests<Signal: Sendable>: Sendable {
  /// What is to be done about a signal.
  public enum Answer: Sendable {
    /// Work stops at the next opportunity.
    case stop
    /// Nothing more: it came with the first one.
    case wait
    /// The program ends at once.
    case end
  }

  /// The first signal; nil where none has come.
  public private(set) var first: Signal?
  /// When that came.
  private var firstTime = Duration.zero

  /// How long a signal after the first counts as the same wish: `timeout` of GNU sends its signal to the
  /// program and then to the program's group, and a key may be pressed twice.
  private var patience: Duration { .seconds(1) }

  /// No signal has come.
  public init() {}

  /// Notes a signal.
  ///
  /// - Parameter now: the time since any fixed moment.
  public mutating func receive(_ signal: Signal, at now: Duration) -> Answer {
    guard first != nil else {
      (first, firstTime) = (signal, now)
      return .stop
    }
    return now - firstTime < patience ? .wait : .end
  }
}
