/// How often rows are handed out of runs in training: ten times a second.
///
/// Tiny networks ask more often than it pays to look at the clock: after questions that came soon after
/// each other, some are answered without a look.
public struct RecordPace {
  /// How long rows are kept.
  private static let interval = Duration.milliseconds(100)
  /// Questions that come sooner after each other may be answered without a look.
  private static let soon = Duration.microseconds(10)
  /// The most questions between two looks.
  private static let mostSkipped = 63

  /// The time, which never goes back.
  private let clock: () -> Duration
  /// When rows were last handed out.
  private var lastRecord: Duration
  /// When the clock was last looked at.
  private var lastLook: Duration
  /// How many questions are answered between two looks.
  private var skipped = 0
  /// How many of them are left.
  private var left = 0

  /// Begins now.
  ///
  /// - Parameter clock: tells a time that never goes back.
  public init(clock: @escaping () -> Duration) {
    self.clock = clock
    lastRecord = clock()
    lastLook = lastRecord
  }

  /// Whether rows are to be handed out again; they are, if so.
  public mutating func isDue() -> Bool {
    guard left == 0 else {
      left -= 1
      return false
    }
    let now = clock()
    let cameSoon = now - lastLook < Self.soon * (skipped + 1)
    skipped = cameSoon ? min(2 * skipped + 1, Self.mostSkipped) : 0
    left = skipped
    lastLook = now
    guard now - lastRecord >= Self.interval else { return false }
    lastRecord = now
    return true
  }
}
