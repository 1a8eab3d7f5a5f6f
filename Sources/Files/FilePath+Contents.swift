public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FilePath {
  /// The bytes of a regular file, at most `limit` of them.
  ///
  /// - Throws: also where there is something else, such as a pipe; nothing is waited for.
  /// - Complexity: O(bytes).
  public func contents(upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    let (file, size) = try openedFile(.readOnly, .open)
    defer { try? file.close() }
    return try contents(of: file, size: size, upTo: limit)
  }

  /// The bytes of what a person names to be read, at most `limit` of them: of a file, or of a pipe or a
  /// device, which is waited for.
  ///
  /// - Complexity: O(bytes).
  public func inputContents(upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    let file = try opened(.readOnly, .open)
    defer { try? file.close() }
    let size = try attempt(.read) { Int(try Stat(file).size) }
    return try contents(of: file, size: size, upTo: limit)
  }

  /// The bytes of an open file, at most `limit` of them.
  ///
  /// - Parameter size: how many there may be.
  private func contents(
    of file: FileDescriptor, size: Int, upTo limit: Int
  ) throws(FileError) -> [UInt8] {
    try attempt(.read) {
      var contents: [UInt8] = []
      // One byte more than the file's size, so that the end is found without another buffer.
      var chunk = [UInt8](repeating: 0, count: min(max(size, 1 << 12) + 1, limit))
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

  /// The bytes of a regular file; nil where there is none of that name: nothing, a folder, a pipe, a
  /// link that leads nowhere.
  ///
  /// - Throws: where there is one and it cannot be read.
  public func contentsIfFile() throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try contents()
    } catch {
      switch error.reason {
      case nil, .noSuchFileOrDirectory?, .notDirectory?, .isDirectory?, .tooManySymbolicLinkLevels?:
        return nil
      default: throw error
      }
    }
  }

  /// Makes a file of these bytes, in place of any that is there.
  ///
  /// - Throws: also where there is something else than a regular file; nothing is waited for.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    try fill(openedFile(.writeOnly, .create, options: [.create, .truncate]).file, with: bytes)
  }

  /// Writes bytes to what a person names for output: to a file, in place of what is in it, or to a pipe
  /// or a device, which is waited for.
  public func writeOutput(_ bytes: [UInt8]) throws(FileError) {
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
  ///
  /// - Throws: also where there is something else than a regular file; nothing is waited for.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    try fill(openedFile(.writeOnly, .create, options: [.create, .append]).file, with: bytes)
  }

  /// Makes a file of these bytes, so that at every moment it is whole: the old one or the new.
  ///
  /// - Parameter draft: where the bytes are written first, on the same file system; a file that was
  ///   there is removed, and nothing is left.
  public func replace(with bytes: [UInt8], draft: FilePath) throws(FileError) {
    do throws(FileError) {
      try draft.writeDraft(bytes)
      try draft.rename(to: self)
    } catch {
      try? draft.removeFile()
      throw error
    }
  }

  /// Makes a file of these bytes; a pipe or a link of its name is removed, so that it is neither waited
  /// for nor followed.
  func writeDraft(_ bytes: [UInt8]) throws(FileError) {
    if !isFileItself { try removeFile() }
    try write(bytes)
  }

  /// Opens a regular file.
  ///
  /// - Returns: the file, and how many bytes it has.
  /// - Throws: also where there is something else; nothing is waited for.
  func openedFile(
    _ mode: FileDescriptor.AccessMode, _ operation: FileError.Operation,
    options: FileDescriptor.OpenOptions = []
  ) throws(FileError) -> (file: FileDescriptor, size: Int) {
    let file: FileDescriptor
    do throws(FileError) {
      file = try opened(mode, operation, options: options.union([.nonBlocking, .noTerminal]))
    } catch {
      // So the system has it of sockets, and of pipes that nobody reads.
      if error.reason == .noSuchAddressOrDevice { throw FileError(operation, self, nil) }
      throw error
    }
    do throws(FileError) {
      let stat = try attempt(operation) { try Stat(file) }
      switch stat.type {
      case .regular: return (file, Int(stat.size))
      // What is wrong is told as the system does when one is read.
      case .directory: throw FileError(.read, self, .isDirectory)
      default: throw FileError(operation, self, nil)
      }
    } catch {
      try? file.close()
      throw error
    }
  }

  /// Opens a folder.
  func openedFolder() throws(FileError) -> FileDescriptor {
    try opened(.readOnly, .open, options: [.directory, .nonBlocking])
  }

  /// Opens a file of any kind; a pipe is waited for.
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

extension FileDescriptor.OpenOptions {
  /// A terminal that is opened does not become the one that controls the process.
  fileprivate static let noTerminal = FileDescriptor.OpenOptions(rawValue: O_NOCTTY)
}
