internal import Synchronization

/// A wish to stop, which any thread may state and any thread may look at.
public final class Cancellation: Sendable {
  private let isWished = Atomic(false)
  /// The wish that is one of this too.
  private let outer: Cancellation?

  /// Nothing is to stop yet.
  ///
  /// - Parameter outer: once this is wished, so is the new one, but not the other way round.
  public init(within outer: Cancellation? = nil) { self.outer = outer }

  /// Whether work is to stop at the next opportunity.
  public var isCancelled: Bool {
    isWished.load(ordering: .relaxed) || outer?.isCancelled == true
  }

  /// Wishes that work stops.
  public func cancel() { isWished.store(true, ordering: .relaxed) }
}
