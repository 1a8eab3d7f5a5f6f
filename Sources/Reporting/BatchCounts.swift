public import RunRecords

/// How many runs of a batch ended in which way.
public struct BatchCounts: Hashable, Sendable {
  /// All of them.
  public private(set) var total = 0
  /// Those that were trained now, and finished.
  public private(set) var trained = 0
  /// Those that had been finished before.
  public private(set) var cached = 0
  /// Those that were trained for all their epochs, now or before.
  public private(set) var completed = 0
  /// Those that stopped because they no longer improved, now or before.
  public private(set) var stoppedEarly = 0
  /// Those that stopped at a rung, as others of the sweep were better, now or before.
  public private(set) var pruned = 0
  /// Those whose loss was no longer a finite number, now or before.
  public private(set) var diverged = 0
  /// Those that something outside the training ended.
  public private(set) var failed = 0
  /// Those that took longer than they may.
  public private(set) var timedOut = 0
  /// Those that were stopped, or not begun, because everything was to stop.
  public private(set) var interrupted = 0

  /// Nothing is counted yet.
  init() {}

  /// Counts records.
  public init(_ records: [RunRecord]) {
    for record in records { add(record) }
  }

  /// Counts a record.
  mutating func add(_ record: RunRecord) {
    total += 1
    if record.isCached { cached += 1 } else if record.summary != nil { trained += 1 }
    switch record.status {
    case .completed: completed += 1
    case .stoppedEarly: stoppedEarly += 1
    case .pruned: pruned += 1
    case .diverged: diverged += 1
    case .failed: failed += 1
    case .timedOut: timedOut += 1
    case .interrupted: interrupted += 1
    }
  }
}
