public import Running
internal import Synchronization

/// Shows how far an experiment is by its events, round by round.
public final class ProgressRecorder: Sendable {
  private let style: ProgressReporter.Style
  private let isColoured: Bool
  private let width: @Sendable () -> Int
  private let clock: @Sendable () -> Duration
  private let write: @Sendable (String) -> Void
  /// Who tells of the round at hand; nil before the first.
  private let reporter = Mutex<ProgressReporter?>(nil)

  /// Creates a recorder.
  ///
  /// - Parameters:
  ///   - isColoured: whether texts may have ANSI colours.
  ///   - width: how many columns the terminal has; asked for each line drawn.
  ///   - clock: the time since any fixed moment; never goes back.
  ///   - write: writes a text as it is.
  public init(
    style: ProgressReporter.Style, isColoured: Bool, width: @escaping @Sendable () -> Int,
    clock: @escaping @Sendable () -> Duration, write: @escaping @Sendable (String) -> Void
  ) {
    self.style = style
    self.isColoured = isColoured
    self.width = width
    self.clock = clock
    self.write = write
  }

  /// Takes note of an event.
  public func record(_ event: RunEvent) {
    switch event {
    case .planned(let round, let firstEpochs):
      let next = ProgressReporter(
        round.plan,
        rung: round.rung.map {
          ProgressReporter.Rung(number: $0.number, of: $0.count, firstEpochs: firstEpochs)
        }, style: style, isColoured: isColoured, width: width, clock: clock, write: write)
      reporter.withLock { $0 = next }
      next.start()
    case .cached(let run, let record), .finished(let run, let record):
      current?.finished(run, record)
    case .advanced(let run, let row): current?.advanced(run, to: row)
    case .roundEnded: current?.end()
    case .memoryShort, .started, .held, .waiting, .fileFailed, .obstructed, .ended: break
    }
  }

  /// Shows how things are if it is time to, also where nothing has happened.
  public func refresh() { current?.refresh() }

  private var current: ProgressReporter? { reporter.withLock(\.self) }
}
