/// How much memory something takes, beside what the machine has, in bytes.
public struct MemoryNeed: Sendable {
  /// What it takes.
  public let needed: Int
  /// What there is.
  public let available: Int

  /// A sentence, where there is not enough; else nil.
  public var shortage: String? {
    guard needed > available else { return nil }
    return
      "about \(gigabytes(needed)) GB of memory are needed, and there are \(gigabytes(available))"
  }

  /// A size in gigabytes, to one decimal below 10.
  private func gigabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000_000) / 100_000_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
  }
}
