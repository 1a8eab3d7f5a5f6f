internal import Experiments
internal import RunRecords
internal import Running
internal import Synchronization
internal import Vocabulary

/// What the program is to exit with, by the events of an experiment.
final class ExitStatusRecorder: Sendable {
  private let folded = Mutex(ExitStatus.success)

  /// What the events so far come to, but for signals.
  var status: ExitStatus { folded.withLock(\.self) }

  /// Takes note of an event.
  func record(_ event: RunEvent) {
    let status = Self.status(of: event)
    folded.withLock { $0 = max($0, status) }
  }

  /// What an event makes the program exit with at least.
  private static func status(of event: RunEvent) -> ExitStatus {
    switch event {
    case .planned, .memoryShort, .started, .advanced, .held, .roundEnded, .waiting: .success
    case .cached(_, let record), .finished(_, let record): status(of: record)
    case .fileFailed: .ioError
    case .obstructed: .cannotCreate
    case .ended(let end): status(of: end)
    }
  }

  /// What a run makes the program exit with, its divergence aside.
  private static func status(of record: RunRecord) -> ExitStatus {
    switch record.status {
    case .failed: record.isOutsideFailure ? .ioError : .runFailed
    case .timedOut: .runFailed
    case .completed, .stoppedEarly, .pruned, .diverged, .interrupted: .success
    }
  }

  /// What an experiment as a whole makes the program exit with.
  private static func status(of end: ExperimentEnd) -> ExitStatus {
    let counts = end.result.counts
    var status = ExitStatus.success
    switch end.result.plan.experiment.onDivergence {
    case .fail: if counts[.diverged] > 0 { status = max(status, .runFailed) }
    case .record: break
    }
    if let early = end.result.earlyEnd, early != .signal, counts[.interrupted] > 0 {
      status = max(status, .runFailed)
    }
    if end.expectations.contains(where: { $0.verdict == .failed }) {
      status = max(status, .checkFailed)
    }
    return status
  }
}
