internal import Dispatch
internal import Synchronization

/// Does pieces of work on several threads, and tells of each end in one order.
///
/// Work is begun in the order of its numbers, by whichever worker is free. Nothing is known here of
/// what the work is.
public struct Scheduler: Sendable {
  /// How many pieces of work are done at once.
  public let workers: Int

  /// A scheduler of so many workers.
  ///
  /// - Precondition: there is at least one.
  public init(workers: Int) {
    precondition(workers > 0)
    self.workers = workers
  }

  /// Does the pieces numbered below `count`, and returns when all that were begun are done.
  ///
  /// - Parameters:
  ///   - cancellation: once it is wished, no further piece is begun.
  ///   - perform: does a piece, on any thread; is given its number and the worker's.
  ///   - receive: is given each result, one at a time.
  public func run<Result: Sendable>(
    _ count: Int, cancellation: Cancellation,
    perform: @escaping @Sendable (_ piece: Int, _ worker: Int) -> Result,
    receive: @escaping @Sendable (_ piece: Int, Result) -> Void
  ) {
    let progress = Progress()
    let group = DispatchGroup()
    for worker in 0..<min(workers, count) {
      // A serial queue has a thread of its own; a concurrent one has no more than there are cores.
      DispatchQueue(label: "worker \(worker)").async(group: group) {
        while !cancellation.isCancelled, let piece = progress.begin(below: count) {
          let result = perform(piece, worker)
          progress.receiving.withLock { _ in receive(piece, result) }
        }
      }
    }
    group.wait()
  }

  /// What the workers share.
  private final class Progress: Sendable {
    private let next = Atomic(0)
    /// Held while a result is received.
    let receiving = Mutex(())

    /// The number of the next piece, if there is one.
    func begin(below count: Int) -> Int? {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return piece < count ? piece : nil
    }
  }
}
