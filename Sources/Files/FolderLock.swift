public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A lock on a folder that only one process holds at a time.
///
/// The kernel holds it (`flock`), so it ends with the process, however that ends.
public struct FolderLock: ~Copyable {
  private let file: FileDescriptor

  /// Takes over an open file that is locked.
  private init(holding file: FileDescriptor) { self.file = file }

  /// Locks a folder by the file `.lock` in it.
  ///
  /// - Returns: nil if another process holds the lock.
  public static func acquire(_ folder: FilePath) throws(FileError) -> FolderLock? {
    let path = folder.appending(".lock")
    let file = try path.opened(.writeOnly, .create, options: .create)
    if flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 { return FolderLock(holding: file) }
    let reason = Errno(rawValue: errno)
    try? file.close()
    guard reason == .wouldBlock else { throw FileError(.lock, path, reason) }
    return nil
  }

  /// Ends the lock.
  public consuming func release() {}

  deinit { try? file.close() }
}
