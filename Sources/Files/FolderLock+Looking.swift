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
    guard let file = try? folder.appending(".lock").opened(.readOnly, .open) else { return false }
    defer { try? file.close() }
    return flock(file.rawValue, LOCK_SH | LOCK_NB) != 0
  }
}
