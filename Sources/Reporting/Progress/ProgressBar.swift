internal import Experiments
internal import RunRecords
internal import Running
internal import Text

/// A state of progress in words, for one moment.
struct ProgressBar {
  private let state: ProgressState
  private let elapsed: Duration

  /// The state at a moment.
  init(_ state: ProgressState, at now: Duration) {
    self.state = state
    elapsed = now - state.beginning
  }

  /// A piece of the line for a terminal.
  private struct Part {
    let text: String
    /// How many columns are kept for it, so that the line does not change with every digit.
    let room: Int
    /// How gladly it is left out; 0 for never.
    let dispensability: Int
  }

  /// The line for a terminal: what matters least is left out where there is no room.
  func line(width: Int, _ style: TextStyle) -> String {
    let name = DisplayText.cut(state.title, to: 24)
    let barWidth = min(30, max(8, width / 6))
    var parts = [
      Part(text: name, room: DisplayText.columns(of: name), dispensability: 2),
      Part(
        text: "[" + style.paint(bar(barWidth), .good) + "]", room: barWidth + 2, dispensability: 3),
    ]
    let texts: [(text: String?, room: Int, dispensability: Int)] =
      [
        (count, 0, 0), (rate, 11, 6), (timeLeft, 9, 1), (score, scoreRoom, 5),
      ] + troubles.map { ($0, 0, 4) }
    for case (let text?, let room, let dispensability) in texts {
      parts.append(
        Part(
          text: text, room: max(room, DisplayText.columns(of: text)),
          dispensability: dispensability))
    }
    while parts.reduce(-2, { $0 + 2 + $1.room }) > width,
      let most = parts.map(\.dispensability).max(), most > 0
    {
      parts.removeAll { $0.dispensability == most }
    }
    let line = parts.map(\.text).joined(separator: "  ")
    return parts.count > 1 ? line : DisplayText.cut(line, to: width)
  }

  /// The line for a log.
  var plainLine: String {
    let parts = [count, score, timeLeft].compactMap(\.self) + troubles
    return "\(state.title): \(parts.joined(separator: ", "))"
  }

  /// A bar of so many columns.
  private func bar(_ width: Int) -> String {
    let filled = min(width, Int(state.share * Double(width)))
    let head = filled < width ? ">" : ""
    return DisplayText.left(String(repeating: "=", count: filled) + head, width)
  }

  /// How many of how many runs have ended, or epochs of the only one.
  private var count: String {
    let runs = state.plan.runs
    if runs.count != 1 { return Self.count(state.counts.total, of: runs.count, "runs") }
    let epochs = runs[0].configuration.stopAt
    return Self.count(state.lastEpoch, of: epochs, "epochs")
  }

  /// `  12/1,000 runs`, as wide for every number.
  private static func count(_ number: Int, of total: Int, _ noun: String) -> String {
    let total = Readable.count(total)
    return "\(DisplayText.right(Readable.count(number), total.utf8.count))/\(total) \(noun)"
  }

  /// How many runs end in a second.
  private var rate: String? {
    let seconds = elapsed / .seconds(1)
    guard state.plan.runs.count > 1, state.counts.trained > 0, seconds > 0 else { return nil }
    return "\(Readable.number(Double(state.counts.trained) / seconds, digits: 3)) runs/s"
  }

  /// How long the rest will take if it goes on like this.
  private var timeLeft: String? {
    let share = state.share
    guard share > 0, share < 1 else { return nil }
    let seconds = elapsed / .seconds(1) * (1 - share) / share
    guard seconds < 1e7 else { return nil }
    return Readable.wholeTime(.seconds(seconds)) + " left"
  }

  /// The best score so far, or the only run's latest.
  private var score: String? {
    let plan = state.plan
    let name = plan.ranking.score.name
    guard plan.runs.count == 1 else {
      return state.bestScore.map { "best \(name) \(Readable.number($0))" }
    }
    let index = plan.runs[0].configuration.curveScores.firstIndex(of: plan.ranking.score)
    guard let index, let row = state.latest[0], row.scores.indices.contains(index) else {
      return nil
    }
    return "\(name) \(Readable.number(row.scores[index]))"
  }

  /// How many columns `score` has most often.
  private var scoreRoom: Int {
    state.plan.ranking.score.name.utf8.count + (state.plan.runs.count == 1 ? 9 : 14)
  }

  /// How many runs ended in each way that is worth a word: `39 diverged`.
  private var troubles: [String] {
    RunStatus.allCases.compactMap { status in
      let count = state.counts[status]
      return status.ink == .good || count == 0
        ? nil : "\(Readable.count(count)) \(status.rawValue)"
    }
  }
}
