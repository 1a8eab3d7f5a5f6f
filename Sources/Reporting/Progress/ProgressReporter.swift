public import Experiments
public import RunRecords
internal import Synchronization
internal import Text

/// Tells how far an experiment is, on a terminal or in a log, while its runs are trained.
///
/// Any thread may tell it what has happened, in any order; texts are written one at a time.
public final class ProgressReporter: Sendable {
  /// How progress is shown.
  public enum Style: String, CaseIterable, Sendable {
    /// One line that is drawn again and again, for a terminal.
    case bar
    /// A line now and then, for a log.
    case plain
    /// Not at all.
    case none
  }

  /// A rung of successive halving, where the runs are those of one.
  public struct Rung: Sendable {
    /// Its number, from 1.
    let number: Int
    /// How many rungs there are.
    let count: Int
    /// For each run the epoch that it goes on from.
    let firstEpochs: [Int]

    /// Describes a rung.
    public init(number: Int, of count: Int, firstEpochs: [Int]) {
      self.number = number
      self.count = count
      self.firstEpochs = firstEpochs
    }
  }

  private let style: Style
  private let text: TextStyle
  private let clock: @Sendable () -> Duration
  private let width: @Sendable () -> Int
  private let write: @Sendable (String) -> Void
  private let state: Mutex<ProgressState>

  /// The bar is drawn again at most this often.
  static let drawInterval = Duration.milliseconds(100)
  /// A log gets a line at most this often.
  static let lineInterval = Duration.seconds(10)

  /// Creates a reporter for the runs of a plan.
  ///
  /// - Parameters:
  ///   - rung: the rung that the runs belong to, if they do.
  ///   - isColoured: whether texts may have ANSI colours.
  ///   - width: how many columns the terminal has; asked for each line drawn.
  ///   - clock: the time since any fixed moment; never goes back.
  ///   - write: writes a text as it is.
  public init(
    _ plan: RunPlan, rung: Rung? = nil, style: Style, isColoured: Bool,
    width: @escaping @Sendable () -> Int,
    clock: @escaping @Sendable () -> Duration, write: @escaping @Sendable (String) -> Void
  ) {
    self.style = style
    self.text = TextStyle(width: .max, isColoured: isColoured)
    self.width = width
    self.clock = clock
    self.write = write
    // Nothing is worked out for what is not shown.
    let shown = style == .none ? plan.with([]) : plan
    let model = ProgressModel(shown, firstEpochs: rung?.firstEpochs)
    state = Mutex(ProgressState(shown, rung, model))
  }

  /// Tells that the experiment begins.
  public func start() {
    guard style != .none else { return }
    state.withLock { state in
      state.begin(at: clock())
      if style == .plain { write(state.openingLine + "\n") }
    }
  }

  /// Shows how things are if it is time to, also where nothing has happened.
  public func refresh() {
    guard style != .none else { return }
    state.withLock { show(&$0) }
  }

  /// Tells that a run in training has got so far.
  public func advanced(_ run: Int, to row: CurveRow) {
    guard style != .none else { return }
    state.withLock { state in
      state.advance(run, to: row)
      show(&state)
    }
  }

  /// Tells what became of a run.
  public func finished(_ run: Int, _ record: RunRecord) {
    guard style != .none else { return }
    state.withLock { state in
      state.finish(run, record)
      if record.status == .failed || record.status == .timedOut {
        let reason = record.message.map { ": " + DisplayText.printable($0) } ?? ""
        let status = text.paint(record.status.rawValue, .bad)
        let label = state.label(run)
        tell(failure: "\(status) \(label)\(reason)", &state)
      }
      show(&state)
    }
  }

  /// Tells that the experiment has ended: nothing is left of the bar, and a log has a last line.
  public func end() {
    guard style != .none else { return }
    state.withLock { state in
      let erasure = erasure(&state)
      if !erasure.isEmpty { write(erasure) }
      guard style == .plain, !state.isEnded else { return }
      state.isEnded = true
      writeLine(&state, at: clock())
    }
  }

  /// Tells of a run that failed: at once above the bar, with the next line in a log, which has the first
  /// of several.
  private func tell(failure: String, _ state: inout ProgressState) {
    switch style {
    case .none: return
    case .bar: write(erasure(&state) + failure + "\n")
    case .plain: state.untoldFailure = state.untoldFailure ?? failure
    }
  }

  /// Adds a line to the log.
  private func writeLine(_ state: inout ProgressState, at now: Duration) {
    let failure = state.untoldFailure.take().map { "; \($0)" } ?? ""
    write(ProgressBar(state, at: now).plainLine + failure + "\n")
  }

  /// Shows the state if it is time to.
  private func show(_ state: inout ProgressState) {
    let now = clock()
    switch style {
    case .none: return
    case .bar:
      guard state.isDue(at: now, every: Self.drawInterval) else { return }
      write("\r" + ProgressBar(state, at: now).line(width: width() - 1, text) + "\u{1B}[K")
      state.isDrawn = true
    case .plain:
      guard state.isDue(at: now, every: Self.lineInterval), !state.isComplete else { return }
      writeLine(&state, at: now)
    }
  }

  /// What removes the bar from the terminal; empty where none is drawn.
  private func erasure(_ state: inout ProgressState) -> String {
    defer { state.isDrawn = false }
    return state.isDrawn ? "\r\u{1B}[K" : ""
  }
}
