internal import Synchronization

/// A wish to stop, which any thread may state and any thread may look at.
public final class Cancellation: Sendable {
  private let isWished = Atomic(false)

  /// Nothing is to stop yet.
  public init() {}

  /// Whether work is to stop at the next opportunity.
  public var isCancelled: Bool { isWished.load(ordering: .relaxed) }

  /// Wishes that work stops.
  public func cancel() { isWished.store(true, ordering: .relaxed) }
}
