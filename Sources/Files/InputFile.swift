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
    try fill(&chunk, count) { try file.read(into: $1) }
  }

  /// The bytes at a place of the file, which leaves alone what comes next: so many, or what is there
  /// where that is less.
  public func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var chunk: [UInt8] = []
    try fill(&chunk, count) { try file.read(fromAbsoluteOffset: Int64(offset + $0), into: $1) }
    return chunk
  }

  /// Fills `chunk` with so many bytes, or as many as there are.
  ///
  /// - Parameter read: reads bytes into a buffer, of which so many have been filled; how many.
  private func fill(
    _ chunk: inout [UInt8], _ count: Int,
    read: (_ filled: Int, UnsafeMutableRawBufferPointer) throws -> Int
  ) throws(FileError) {
    if chunk.count != count { chunk = [UInt8](repeating: 0, count: count) }
    var filled = 0
    while filled < count {
      let more = try path.attempt(.read) {
        try chunk.withUnsafeMutableBytes {
          try read(filled, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
        }
      }
      if more == 0 { break }
      filled += more
    }
    if filled < count { chunk.removeLast(count - filled) }
  }
}
