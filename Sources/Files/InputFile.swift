public import SystemPackage

/// A file that is read piece by piece, so that it need not be in memory as a whole.
public struct InputFile: ~Copyable, Sendable {
  /// How many bytes the file had when it was opened.
  public let size: Int
  private let path: FilePath
  private let file: FileDescriptor

  /// Opens a file.
  public init(_ path: FilePath) throws(FileError) {
    // Without waiting for a writer, should the path be a pipe's.
    let file = try path.opened(.readOnly, .open, options: .nonBlocking)
    let size: Int
    do throws(FileError) {
      size = try path.attempt(.read) { Int(try Stat(file).size) }
    } catch {
      try? file.close()
      throw error
    }
    self.size = size
    self.path = path
    self.file = file
  }

  deinit { try? file.close() }

  /// The next bytes of the file: so many, or what is left where that is less.
  ///
  /// - Parameter chunk: takes the bytes, in place of what it holds.
  public func read(_ count: Int, into chunk: inout [UInt8]) throws(FileError) {
    if chunk.count != count { chunk = [UInt8](repeating: 0, count: count) }
    var filled = 0
    while filled < count {
      let read = try path.attempt(.read) {
        try chunk.withUnsafeMutableBytes {
          try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
        }
      }
      if read == 0 { break }
      filled += read
    }
    if filled < count { chunk.removeLast(count - filled) }
  }
}
