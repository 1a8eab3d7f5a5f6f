import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Files

/// What is neither a regular file nor a folder, where a file should be.
struct IrregularTests {
  /// What can stand in the place of a file.
  enum Kind: CaseIterable {
    case pipe, device, nowhere, loop
    #if os(Linux)
      case socket
    #endif

    /// The kinds that lead to something.
    static var present: [Kind] { allCases.filter { $0 != .nowhere && $0 != .loop } }

    /// Makes one.
    func make(_ path: FilePath) throws {
      switch self {
      case .pipe: try #require(mkfifo(path.string, 0o600) == 0)
      case .device: try link(from: path, to: "/dev/null")
      case .nowhere: try link(from: path, to: "nowhere")
      case .loop: try link(from: path, to: path)
      #if os(Linux)
        case .socket: try #require(mknod(path.string, S_IFSOCK | 0o600, 0) == 0)
      #endif
      }
    }
  }

  /// Gives `body` the path of something that is no file.
  private func with(_ kind: Kind, _ body: (FilePath) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try kind.make(path)
      try body(path)
    }
  }

  @Test(arguments: Kind.allCases) func `there are no bytes of a file`(kind: Kind) throws {
    try with(kind) { path in
      let found = try path.contentsIfFile()
      #expect(found == nil)
      #expect(!path.isFile && !path.isFileItself)
      #expect(throws: FileError.self) { try path.contents() }
      #expect(throws: FileError.self) { _ = try InputFile(path) }
    }
  }

  @Test(arguments: Kind.present) func `it is not written to`(kind: Kind) throws {
    try with(kind) { path in
      let errors = [
        #expect(throws: FileError.self) { try path.write([1]) },
        #expect(throws: FileError.self) { try path.append([1]) },
      ]
      for error in errors {
        #expect(error?.description == "cannot create \(path): it is no regular file")
      }
      #expect(throws: FileError.self) { _ = try AppendingFile(path) }
      let reading = #expect(throws: FileError.self) { try path.contents() }
      #expect(reading?.description == "cannot open \(path): it is no regular file")
    }
  }

  @Test(arguments: Kind.allCases) func `a file takes its place`(kind: Kind) throws {
    try with(kind) { path in
      try path.replace(with: [1, 2], draft: path.removingLastComponent().appending("draft"))
      #expect(try path.contents() == [1, 2])
      #expect(path.isFileItself)
    }
  }

  @Test(arguments: Kind.allCases) func `a draft takes its place`(kind: Kind) throws {
    try with(kind) { draft in
      let path = draft.removingLastComponent().appending("new")
      try path.replace(with: [1, 2], draft: draft)
      #expect(try path.contents() == [1, 2])
      #expect(path.isFileItself)
      #expect(try path.removingLastComponent().entries() == ["new"])
    }
  }

  @Test func `what a draft's link leads to stays as it is`() throws {
    try withTemporaryFolder { folder in
      let (draft, other) = (
        FilePath(folder).appending("draft"), FilePath(folder).appending("other")
      )
      try other.write([9])
      try link(from: draft, to: other)
      try FilePath(folder).appending("file").replace(with: [1], draft: draft)
      #expect(try other.contents() == [9])
    }
  }

  @Test func `a folder in the place of a draft stays`() throws {
    try withTemporaryFolder { folder in
      let draft = FilePath(folder).appending("draft")
      try draft.appending("mine").makeFolder()
      #expect(throws: FileError.self) {
        try FilePath(folder).appending("file").replace(with: [1], draft: draft)
      }
      #expect(try draft.entries() == ["mine"])
    }
  }

  @Test func `a pipe that is named for input is read`() throws {
    let (reading, writing) = try FileDescriptor.pipe()
    defer {
      try? reading.close()
      try? writing.close()
    }
    try writing.writeAll([1, 2, 3])
    #expect(try FilePath("/dev/fd/\(reading.rawValue)").inputContents(upTo: 3) == [1, 2, 3])
  }

  @Test func `a device that is named for output is written to`() throws {
    try FilePath("/dev/null").writeOutput([1])
    #expect(try FilePath("/dev/null").inputContents() == [])
  }

  @Test(arguments: Kind.allCases) func `no lock is waited for`(kind: Kind) throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder)
      try kind.make(path.appending(".lock"))
      #expect(!FolderLock.isHeld(path))
      if kind == .nowhere {
        let isHeld = try FolderLock.acquire(path) != nil
        #expect(isHeld)
      } else {
        let error = #expect(throws: FileError.self) { _ = try FolderLock.acquire(path) }
        #expect(error?.path == path.appending(".lock"))
      }
    }
  }
}
