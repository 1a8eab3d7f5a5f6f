public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FilePath {
  /// Makes another name for a file, which only one process can make.
  ///
  /// - Returns: whether it was made; false where there is something of that name.
  /// - Throws: also where the file system has no such links.
  public func link(as other: FilePath) throws(FileError) -> Bool {
    try other.attempt(.create) {
      let isMade = withPlatformString { here in
        other.withPlatformString { linked(here, $0) == 0 }
      }
      if isMade { return true }
      guard errno == EEXIST else { throw Errno(rawValue: errno) }
      return false
    }
  }

  /// Gives a file the present time of whoever keeps it.
  public func touch() throws(FileError) {
    try attempt(.write) {
      guard withPlatformString({ utimensat(AT_FDCWD, $0, nil, 0) }) == 0 else {
        throw Errno(rawValue: errno)
      }
    }
  }

  /// When a file was last written or touched, in seconds since 1970 by the clock of whoever keeps it; nil
  /// where there is none.
  public var modificationTime: Double? {
    guard let stat = try? Stat(self) else { return nil }
    #if canImport(Darwin)
      let time = stat.rawValue.st_mtimespec
    #else
      let time = stat.rawValue.st_mtim
    #endif
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Removes a folder; does nothing where there is none, or something in it.
  public func removeFolderIfEmpty() throws(FileError) {
    try attempt(.remove) {
      guard withPlatformString(rmdir) != 0 else { return }
      let reason = Errno(rawValue: errno)
      guard [.noSuchFileOrDirectory, .directoryNotEmpty, .fileExists].contains(reason) else {
        throw reason
      }
    }
  }
}

/// The system's `link`, whose name the method above hides.
private func linked(
  _ old: UnsafePointer<CInterop.PlatformChar>, _ new: UnsafePointer<CInterop.PlatformChar>
) -> CInt { link(old, new) }
