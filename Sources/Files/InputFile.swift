public import SystemPackage

/// A file that is read piece by piece, so that it need not be in memory as a whole.
public struct InputFile: ~Copyable, Sendable {
  /// How many bytes the file had when it was opened.
  public let size: Int
  private let path: FilePath
  private let file: FileDescriptor

  /// Opens a regular file.
  public init(_ path: FilePath) throws(FileError) {
    // Pieces are read where they are needed, which pipes do not have, and devices may never end.
    (file, size) = try path.openedFile(.readOnly, .open)
    self.path = path
  }

  deinit { try? file.close() }

  /// The next bytes of the file: so many, or what is left where that is less.
  ///
  /// - Parameter chunk: takes the bytes, in place of what it holds.
  public func read(_ count: Int, into chunk: inout [UInt8]) throws(FileError) {
    if chunk.count != count { chunk = [UInt8](repeating: 0, count: count) }
    let filled = try read(into: &chunk, at: 0..<count)
    if filled < count { chunk.removeLast(count - filled) }
  }

  /// Reads the next bytes of the file to where they belong.
  ///
  /// - Returns: how many: as many as belong there, or what is left where that is less.
  public func read(into bytes: inout [UInt8], at range: Range<Int>) throws(FileError) -> Int {
    try fill(&bytes, range) { try file.read(into: $1) }
  }

  /// The bytes at a place of the file, which leaves alone what comes next: so many, or what is there
  /// where that is less.
  public func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: count)
    let filled = try fill(&chunk, 0..<count) {
      try file.read(fromAbsoluteOffset: Int64(offset + $0), into: $1)
    }
    if filled < count { chunk.removeLast(count - filled) }
    return chunk
  }

  /// Fills a range of bytes, or as much of it as there is.
  ///
  /// - Parameter read: reads bytes into a buffer, where so many have been read before; how many.
  /// - Returns: how many were read.
  private func fill(
    _ bytes: inout [UInt8], _ range: Range<Int>,
    read: (_ filled: Int, UnsafeMutableRawBufferPointer) throws -> Int
  ) throws(FileError) -> Int {
    var filled = 0
    while filled < range.count {
      let more = try path.attempt(.read) {
        try bytes.withUnsafeMutableBytes {
          try read(filled, UnsafeMutableRawBufferPointer(rebasing: $0[range].dropFirst(filled)))
        }
      }
      if more == 0 { break }
      filled += more
    }
    return filled
  }
}
