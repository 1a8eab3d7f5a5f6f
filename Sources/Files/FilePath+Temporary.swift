public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FilePath {
  /// Makes an empty folder in this one that no other process has, for what is needed but a while.
  ///
  /// - Parameter prefix: what its name begins with.
  public func makeTemporaryFolder(prefix: String) throws(FileError) -> FilePath {
    let template = appending(prefix + "XXXXXX")
    return try template.attempt(.create) {
      try template.withPlatformString { name in
        guard let copy = strdup(name) else { throw Errno.noMemory }
        defer { free(copy) }
        guard mkdtemp(copy) != nil else { throw Errno(rawValue: errno) }
        return FilePath(platformString: copy)
      }
    }
  }
}
