import Files
import Synchronization
import SystemPackage

/// The lock on a folder, as another process holds it.
final class OtherLock: Sendable {
  private let lock: Mutex<FolderLock?>

  /// Locks a folder; nil where it is locked.
  init?(_ folder: FilePath) throws(FileError) {
    guard let lock = try FolderLock.acquire(folder) else { return nil }
    self.lock = Mutex(lock)
  }

  /// Ends the lock.
  func release() { lock.withLock { $0 = nil } }
}
