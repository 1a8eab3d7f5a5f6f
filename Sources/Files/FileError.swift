public import SystemPackage

/// Something that the operating system would not do.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was to be done.
  public enum Operation: String, Hashable, Sendable {
    case create
    case open
    case read
    case write
    case rename
    case remove
    case lock
    case list
  }

  /// What was to be done.
  public let operation: Operation
  /// The file or folder that it was to be done to.
  public let path: FilePath
  /// The system's reason; nil where it has none, as what is there is no regular file but a pipe, a
  /// socket or a device.
  public let reason: Errno?

  init(_ operation: Operation, _ path: FilePath, _ reason: Errno?) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// One sentence: `cannot write runs/xor/summary.csv: No space left on device`.
  public var description: String { "cannot \(operation.rawValue) \(path): \(cause)" }

  /// The reason in words.
  public var cause: String { reason.map { "\($0)" } ?? "it is no regular file" }
}
