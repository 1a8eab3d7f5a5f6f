public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FolderLock {
  /// Whether a process holds the lock on a folder; writes nothing there.
  public static func isHeld(_ folder: FilePath) -> Bool {
    isLocked(try? folder.appending(".lock").openedFile(.readOnly, .open).file)
      || isLocked(try? folder.openedFolder())
  }

  /// Whether a process has locked an open file or folder, which is closed; false where there is none.
  private static func isLocked(_ file: FileDescriptor?) -> Bool {
    guard let file else { return false }
    defer { try? file.close() }
    return flock(file.rawValue, LOCK_SH | LOCK_NB) != 0 && Errno(rawValue: errno) == .wouldBlock
  }
}
