import SystemPackage
import TestSupport
import Testing

@testable import Files

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

  @Test func `a lock is kept where its file is removed or replaced`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder)
      let first = try FolderLock.acquire(path)
      for isReplaced in [false, true] {
        try path.appending(".lock").removeFile()
        if isReplaced { try path.appending(".lock").write([]) }
        #expect(FolderLock.isHeld(path))
        let isSecondHeld = try FolderLock.acquire(path) != nil
        #expect(!isSecondHeld)
      }
      first?.release()
      #expect(!FolderLock.isHeld(path))
      let isThirdHeld = try FolderLock.acquire(path) != nil
      #expect(isThirdHeld)
    }
  }

  @Test func `a path leads to an open file until that is removed or replaced`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.write([])
      let (file, _) = try path.openedFile(.readOnly, .open)
      defer { try? file.close() }
      #expect(path.leads(to: file))
      try path.removeFile()
      #expect(!path.leads(to: file))
      try path.write([])
      #expect(!path.leads(to: file))
    }
  }

  @Test func `a folder that is not there cannot be locked`() throws {
    try withTemporaryFolder { folder in
      let missing = FilePath(folder).appending("missing")
      let error = #expect(throws: FileError.self) { _ = try FolderLock.acquire(missing) }
      #expect(error?.path == missing.appending(".lock"))
    }
  }

  @Test func `a lock is seen by those who only look`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder)
      #expect(!FolderLock.isHeld(path))
      #expect(try path.entries().isEmpty)
      let lock = try FolderLock.acquire(path)
      let isHeld = lock != nil
      #expect(isHeld && FolderLock.isHeld(path))
      lock?.release()
      #expect(!FolderLock.isHeld(path))
    }
  }

  @Test func `temporary folders have names of their own`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder)
      let first = try path.makeTemporaryFolder(prefix: "try-")
      let second = try path.makeTemporaryFolder(prefix: "try-")
      #expect(first != second && first.exists && second.exists)
      #expect(first.removingLastComponent() == path)
      #expect(throws: FileError.self) {
        try path.appending("missing").makeTemporaryFolder(prefix: "try-")
      }
    }
  }
}
