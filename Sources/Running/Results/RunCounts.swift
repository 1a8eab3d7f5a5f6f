public import RunRecords

/// How many runs ended in which way.
public struct RunCounts: Hashable, Sendable {
  /// All of them.
  public private(set) var total = 0
  /// Those that were trained now, and finished.
  public private(set) var trained = 0
  /// Those that had been finished before.
  public private(set) var cached = 0
  /// How many ended in each way, now or before.
  private var endings: [RunStatus: Int] = [:]

  /// Nothing is counted yet.
  public init() {}

  /// Counts records.
  public init(_ records: [RunRecord]) {
    for record in records { add(record) }
  }

  /// How many ended in a way, now or before.
  public subscript(status: RunStatus) -> Int { endings[status] ?? 0 }

  /// Counts a record.
  public mutating func add(_ record: RunRecord) {
    total += 1
    if record.isCached { cached += 1 } else if record.summary != nil { trained += 1 }
    endings[record.status, default: 0] += 1
  }
}
