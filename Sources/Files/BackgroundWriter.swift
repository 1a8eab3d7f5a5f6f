public import Dispatch
internal import Synchronization

/// Writes texts without ever holding up who wants them written.
///
/// A reader that has stopped reading, such as a terminal after Ctrl-S or a log that stalls, misses
/// what is told meanwhile, but for the first texts that wait for it.
public final class BackgroundWriter: Sendable {
  private let queue = DispatchQueue(label: "background writer")
  private let output: @Sendable (String) -> Void
  /// How many texts have not been written.
  private let waiting = Atomic(0)
  /// How many texts may wait.
  private static let room = 100

  /// Begins to wait for texts.
  ///
  /// - Parameter output: writes one, on a thread of its own.
  public init(_ output: @escaping @Sendable (String) -> Void) { self.output = output }

  /// Writes a text as it is, soon.
  public func write(_ text: String) {
    guard waiting.load(ordering: .relaxed) < Self.room else { return }
    waiting.wrappingAdd(1, ordering: .relaxed)
    queue.async { [self] in
      output(text)
      waiting.wrappingSubtract(1, ordering: .relaxed)
    }
  }

  /// Waits until everything is written, or time is up.
  public func drain(until deadline: DispatchTime) {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: deadline)
  }
}
