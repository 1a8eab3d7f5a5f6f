import Files
import SystemPackage
import Testing
import TestSupport

/// The lock on a folder.
struct FolderLockTests {
  @Test func `a folder is locked once at a time`() throws {
    try withTemporaryFolder { folder in
      let first = try FolderLock.acquire(FilePath(folder))
      let isFirstHeld = first != nil
      #expect(isFirstHeld)
      let isSecondHeld = try FolderLock.acquire(FilePath(folder)) != nil
      #expect(!isSecondHeld)
      first?.release()
      let isThirdHeld = try FolderLock.acquire(FilePath(folder)) != nil
      #expect(isThirdHeld)
    }
  }

  @Test func `a lock ends with its value`() throws {
    try withTemporaryFolder { folder in
      for _ in 0..<2 {
        let isHeld = try FolderLock.acquire(FilePath(folder)) != nil
        #expect(isHeld)
      }
    }
  }

  @Test func `a folder that is not there cannot be locked`() throws {
    try withTemporaryFolder { folder in
      let missing = FilePath(folder).appending("missing")
      let error = #expect(throws: FileError.self) { _ = try FolderLock.acquire(missing) }
      #expect(error?.path == missing.appending(".lock"))
    }
  }
}
