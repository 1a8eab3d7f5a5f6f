public import SystemPackage

extension FilePath {
  /// The bytes of a file, at most `limit` of them.
  ///
  /// - Complexity: O(bytes).
  public func contents(upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    let file = try opened(.readOnly, .open)
    defer { try? file.close() }
    return try attempt(.read) {
      // One byte more than the file's size, so that the end is found without another buffer.
      let size = max(Int(try Stat(file).size), 1 << 12) + 1
      var contents: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: min(size, limit))
      while contents.count < limit {
        let room = limit - contents.count
        let count = try chunk.withUnsafeMutableBytes {
          try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0.prefix(room)))
        }
        if count == 0 { break }
        contents += chunk.prefix(count)
      }
      return contents
    }
  }

  /// The bytes of a file; nil where there is no file of that name.
  ///
  /// - Throws: where there is one and it cannot be read.
  public func contentsIfFile() throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try contents()
    } catch {
      let isAbsent = [.noSuchFileOrDirectory, .notDirectory, .isDirectory].contains(error.reason)
      if isAbsent { return nil }
      throw error
    }
  }

  /// Makes a file of these bytes, in place of any that is there.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    try fill(opened(.writeOnly, .create, options: [.create, .truncate]), with: bytes)
  }

  /// Makes a file of these bytes where there is none; nothing is left of one that could not be
  /// written whole.
  public func create(_ bytes: [UInt8]) throws(FileError) {
    let file = try opened(.writeOnly, .create, options: [.create, .exclusiveCreate])
    do throws(FileError) {
      try fill(file, with: bytes)
    } catch {
      try? removeTree()
      throw error
    }
  }

  /// Writes bytes to the file, and closes it.
  private func fill(_ file: FileDescriptor, with bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      try attempt(.write) { _ = try file.writeAll(bytes) }
    } catch {
      try? file.close()
      throw error
    }
    try attempt(.write) { try file.close() }
  }

  /// Adds bytes at the end of a file, which is made where there is none.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    try fill(opened(.writeOnly, .create, options: [.create, .append]), with: bytes)
  }

  /// Makes a file of these bytes, so that at every moment it is whole: the old one or the new.
  ///
  /// - Parameter draft: where the bytes are written first, on the same file system; nothing is left
  ///   there.
  public func replace(with bytes: [UInt8], draft: FilePath) throws(FileError) {
    do throws(FileError) {
      try draft.write(bytes)
      try draft.rename(to: self)
    } catch {
      try? draft.removeTree()
      throw error
    }
  }

  /// Opens a file.
  func opened(
    _ mode: FileDescriptor.AccessMode, _ operation: FileError.Operation,
    options: FileDescriptor.OpenOptions = []
  ) throws(FileError) -> FileDescriptor {
    try attempt(operation) {
      try FileDescriptor.open(
        self, mode, options: options.union(.closeOnExec),
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }
  }

  /// What `body` gives; its error is told as one of an operation on this path.
  func attempt<Result>(
    _ operation: FileError.Operation, _ body: () throws -> Result
  ) throws(FileError) -> Result {
    do {
      return try body()
    } catch {
      throw FileError(operation, self, error as? Errno ?? .ioError)
    }
  }
}
