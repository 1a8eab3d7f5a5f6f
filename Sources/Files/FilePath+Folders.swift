public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FilePath {
  /// Makes a folder, and those above it, where there are none.
  public func makeFolder() throws(FileError) {
    let parent = removingLastComponent()
    switch failure({ mkdir($0, 0o755) }) {
    case nil: return
    case .noSuchFileOrDirectory? where !parent.isEmpty:
      try parent.makeFolder()
      if let reason = failure({ mkdir($0, 0o755) }), !isFolder {
        throw FileError(.create, self, reason)
      }
    case let reason?:
      guard isFolder else { throw FileError(.create, self, reason) }
    }
  }

  /// Makes an empty folder, and those above it where there are none; what was there is removed.
  public func makeEmptyFolder() throws(FileError) {
    switch failure({ mkdir($0, 0o755) }) {
    case nil: return
    case .noSuchFileOrDirectory?: try makeFolder()
    case .fileExists?:
      try removeTree()
      try makeFolder()
    case let reason?: throw FileError(.create, self, reason)
    }
  }

  /// Gives a file or folder another name; a file in its place goes, a folder must be empty.
  public func rename(to other: FilePath) throws(FileError) {
    let reason = failure { old in other.withPlatformString { renamed(old, $0) } }
    if let reason { throw FileError(.rename, other, reason) }
  }

  /// Removes a file; does nothing where there is none.
  public func removeFile() throws(FileError) {
    guard let reason = failure(unlink), reason != .noSuchFileOrDirectory else { return }
    throw FileError(.remove, self, reason)
  }

  /// Removes a file, or a folder with all that is in it; does nothing where there is none.
  ///
  /// Links are removed, never followed.
  public func removeTree() throws(FileError) {
    guard let reason = failure(unlink), reason != .noSuchFileOrDirectory else { return }
    guard let stat = try? Stat(self, followTargetSymlink: false), stat.type == .directory else {
      throw FileError(.remove, self, reason)
    }
    for name in try entries() { try appending(name).removeTree() }
    if let reason = failure(rmdir), reason != .noSuchFileOrDirectory {
      throw FileError(.remove, self, reason)
    }
  }

  /// The names of what is in a folder, in byte order; `.` and `..` left out.
  public func entries() throws(FileError) -> [FilePath.Component] {
    try unorderedEntries().sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
  }

  /// The names of what is in a folder, in any order; `.` and `..` left out.
  public func unorderedEntries() throws(FileError) -> [FilePath.Component] {
    guard let stream = withPlatformString(opendir) else {
      throw FileError(.list, self, Errno(rawValue: errno))
    }
    defer { closedir(stream) }
    var names: [FilePath.Component] = []
    errno = 0
    while let entry = readdir(stream) {
      // The name is read where it lies: an entry may be shorter than its type says.
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) {
        FilePath.Component(platformString: $0)
      }
      if let name, name.kind == .regular { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw FileError(.list, self, Errno(rawValue: errno)) }
    return names
  }

  /// The names of what is in a folder, in byte order; nil where there is no folder of that name.
  ///
  /// - Throws: where there is one, or may be, that cannot be read.
  public func entriesIfFolder() throws(FileError) -> [FilePath.Component]? {
    do throws(FileError) {
      return try entries()
    } catch {
      switch error.reason {
      case .noSuchFileOrDirectory?, .notDirectory?, .tooManySymbolicLinkLevels?: return nil
      default: throw error
      }
    }
  }

  /// Why a call of the system on this path failed; nil where it did not.
  private func failure(_ call: (UnsafePointer<CInterop.PlatformChar>) -> CInt) -> Errno? {
    withPlatformString { call($0) == 0 ? nil : Errno(rawValue: errno) }
  }
}

/// The system's `rename`, whose name the method above hides.
private func renamed(
  _ old: UnsafePointer<CInterop.PlatformChar>, _ new: UnsafePointer<CInterop.PlatformChar>
) -> CInt { rename(old, new) }
