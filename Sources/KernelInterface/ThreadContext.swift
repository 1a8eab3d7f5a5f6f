/// The threads that compute one network together, as one of them sees itself among them.
///
/// Each runs the same passes on a part of the rows, units or parameters; no sum is ever split. Between
/// phases that read what others wrote, all of them wait for each other.
public struct ThreadContext {
  /// Waits, given the context, until all threads have come.
  public typealias Synchronize = @convention(c) (UnsafeMutableRawPointer) -> Void

  /// The number of this thread, from 0.
  public let index: Int
  /// How many threads there are.
  public let count: Int
  /// How threads wait for each other, and with what; nil where there is but one.
  private let barrier: (synchronize: Synchronize, context: UnsafeMutableRawPointer)?

  /// Describes a thread of several; what `context` points to outlives all calls.
  public init(
    index: Int, count: Int, synchronize: @escaping Synchronize, context: UnsafeMutableRawPointer
  ) {
    self.index = index
    self.count = count
    barrier = (synchronize, context)
  }

  /// Describes a thread that computes alone.
  public init() {
    index = 0
    count = 1
    barrier = nil
  }

  /// Waits until all threads have come here: what each wrote before, all can read after.
  public func synchronize() {
    if let barrier { barrier.synchronize(barrier.context) }
  }

  /// What is this thread's of the numbers below `count`: neighbours, beginning and ending at
  /// multiples of `unit` but for the last; the parts of all threads make up the whole.
  public func part(of count: Int, multipleOf unit: Int = 1) -> Range<Int> {
    guard self.count > 1 else { return 0..<count }
    let units = (count + unit - 1) / unit
    let start = units * index / self.count * unit
    let end = units * (index + 1) / self.count * unit
    return min(start, count)..<min(end, count)
  }
}
