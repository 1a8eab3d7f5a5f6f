internal import Dispatch
internal import Synchronization

/// Writes texts to standard error without ever holding up who wants them written.
///
/// A reader that has stopped reading, such as a terminal after Ctrl-S or a log that stalls, misses
/// what is told meanwhile, but for the first texts that wait for it.
final class BackgroundWriter: Sendable {
  /// The one that all texts go through which are told while runs are trained.
  static let standardError = BackgroundWriter()

  private let queue = DispatchQueue(label: "standard error")
  /// How many texts have not been written.
  private let waiting = Atomic(0)
  /// How many texts may wait.
  private static let room = 100

  /// Writes a text as it is, soon.
  func write(_ text: String) {
    guard waiting.load(ordering: .relaxed) < Self.room else { return }
    waiting.wrappingAdd(1, ordering: .relaxed)
    queue.async { [self] in
      Console.error.write(text)
      waiting.wrappingSubtract(1, ordering: .relaxed)
    }
  }

  /// Waits until everything is written, or for a second.
  func drain() {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: .now() + .seconds(1))
  }
}
