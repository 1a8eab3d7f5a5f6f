/// How often rows are handed out of runs in training: ten times a second.
package struct RecordPace {
  private static let interval = Duration.milliseconds(100)
  private var last = Machine.elapsed

  /// Begins now.
  package init() {}

  /// Whether rows are to be handed out again; they are, if so.
  package mutating func isDue() -> Bool {
    let now = Machine.elapsed
    guard now - last >= Self.interval else { return false }
    last = now
    return true
  }
}
