public import Files

/// What an experiment knows of one run of its plan.
public struct RunRecord: Sendable {
  /// How the run ended.
  public let status: RunStatus
  /// What it came to; nil unless it ended by itself.
  public let summary: RunSummary?
  /// Whether it had been finished before, and was not trained.
  public let isCached: Bool
  /// Why it failed or timed out; nil where it did neither.
  public let message: String?
  /// Whether it failed because the operating system would not do something, so that the same command may
  /// do better later.
  public let isOutsideFailure: Bool
  /// Which rung of successive halving it belongs to, from 1; nil where there are none.
  public let rung: Int?

  private init(
    _ status: RunStatus, summary: RunSummary? = nil, isCached: Bool = false, message: String? = nil,
    isOutsideFailure: Bool = false, rung: Int? = nil
  ) {
    self.status = status
    self.summary = summary
    self.isCached = isCached
    self.message = message
    self.isOutsideFailure = isOutsideFailure
    self.rung = rung
  }

  /// A run that has finished, now or before.
  public init(_ summary: RunSummary, isCached: Bool) {
    self.init(summary.status, summary: summary, isCached: isCached)
  }

  /// A run that failed.
  public init(failure message: String) { self.init(.failed, message: message) }

  /// A run of which a file could not be read or written.
  public init(_ error: FileError) { self.init(RunWriteError.file(error)) }

  /// A run that could not be recorded.
  public init(_ error: RunWriteError) {
    self.init(.failed, message: error.description, isOutsideFailure: error.isOutside)
  }

  /// A run that was stopped because it took longer than it may.
  public init(timedOut message: String) { self.init(.timedOut, message: message) }

  /// A run that was stopped because everything was to stop, or not begun for that reason.
  public static let interrupted = RunRecord(.interrupted)

  /// The same of a run that belongs to a rung.
  public func inRung(_ rung: Int) -> RunRecord {
    RunRecord(
      status, summary: summary, isCached: isCached, message: message,
      isOutsideFailure: isOutsideFailure, rung: rung)
  }

  /// The same of a run whose configuration does not go on to the next rung: one that came to weights
  /// is pruned.
  public func pruned() -> RunRecord {
    RunRecord(
      status.isRanked ? .pruned : status, summary: summary, isCached: isCached, message: message,
      isOutsideFailure: isOutsideFailure, rung: rung)
  }
}
