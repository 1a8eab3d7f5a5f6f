public import SystemPackage

/// A file that grows.
public struct AppendingFile: ~Copyable {
  private let path: FilePath
  private let file: FileDescriptor
  private var isClosed = false

  /// Makes an empty file where there is nothing of its name.
  public init(_ path: FilePath) throws(FileError) {
    self.path = path
    file = try path.opened(.writeOnly, .create, options: [.create, .exclusiveCreate])
  }

  deinit { if !isClosed { try? file.close() } }

  /// Adds bytes at the end.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    try path.attempt(.write) { _ = try file.writeAll(bytes) }
  }

  /// Ends the file; some file systems tell only now that bytes could not be written.
  public consuming func close() throws(FileError) {
    isClosed = true
    try path.attempt(.write) { try file.close() }
  }
}
