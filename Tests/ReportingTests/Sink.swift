import Synchronization

/// Keeps what is written.
final class Sink: Sendable {
  private let written = Mutex("")

  /// What has been written.
  var text: String { written.withLock { $0 } }

  /// Adds to it.
  var write: @Sendable (String) -> Void { { text in self.written.withLock { $0 += text } } }

  /// What has been written since it was last taken.
  func take() -> String {
    written.withLock { written in
      defer { written = "" }
      return written
    }
  }
}
