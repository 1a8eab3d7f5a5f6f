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
/// The kernel holds it (`flock`), so it ends with the process, however that ends. Locked are the folder
/// itself and, for file systems that lock files alone, a file in it: nothing comes of it where that
/// file is removed meanwhile.
public struct FolderLock: ~Copyable {
  /// The file.
  private let file: FileDescriptor
  /// The folder.
  private let folder: FileDescriptor

  /// How often a lock is tried for whose file is replaced at that moment.
  private static let attempts = 100

  /// Locks a folder by itself and by the file `.lock` in it.
  ///
  /// - Returns: nil if another process holds the lock.
  public static func acquire(_ folder: FilePath) throws(FileError) -> FolderLock? {
    let path = folder.appending(".lock")
    for _ in 0..<attempts {
      let file = try path.openedFile(.writeOnly, .create, options: .create).file
      let opened: FileDescriptor
      do throws(FileError) {
        opened = try folder.openedFolder()
      } catch {
        try? file.close()
        throw error
      }
      let lock = FolderLock(file: file, folder: opened)
      guard try lock.take(path) else { return nil }
      // The lock on a file that has lost its name keeps nobody out.
      if path.leads(to: lock.file) { return lock }
    }
    throw isHeldByOthers(folder)
  }

  /// Locks both, unless another process has.
  private func take(_ path: FilePath) throws(FileError) -> Bool {
    guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let reason = Errno(rawValue: errno)
      guard reason == .wouldBlock else { throw FileError(.lock, path, reason) }
      return false
    }
    guard flock(folder.rawValue, LOCK_EX | LOCK_NB) != 0 else { return true }
    return Errno(rawValue: errno) != .wouldBlock
  }

  /// That a lock cannot be had, as another process does not let it go.
  public static func isHeldByOthers(_ folder: FilePath) -> FileError {
    FileError(.lock, folder.appending(".lock"), .resourceTemporarilyUnavailable)
  }

  /// Ends the lock.
  public consuming func release() {}

  deinit {
    // Also where one cannot be closed: this process may take the lock again.
    flock(folder.rawValue, LOCK_UN)
    flock(file.rawValue, LOCK_UN)
    try? folder.close()
    try? file.close()
  }
}
