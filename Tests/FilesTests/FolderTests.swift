import Files
import Foundation
import SystemPackage
import Testing
import TestSupport

/// Making, renaming, listing and removing folders.
struct FolderTests {
  @Test func `a folder is made with those above it`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("a").appending("b").appending("c")
      #expect(!path.exists)
      try path.makeFolder()
      #expect(path.exists)
      try path.makeFolder()
      #expect(try path.entries().isEmpty)
    }
  }

  @Test(arguments: ["file", "file/below"])
  func `a file in the way of a folder is an error`(name: String) throws {
    try withTemporaryFolder { folder in
      try FilePath(folder).appending("file").write([1])
      let path = FilePath(folder).pushing(FilePath(name))
      let error = #expect(throws: FileError.self) { try path.makeFolder() }
      #expect(error?.operation == .create)
      #expect(error?.path == path)
    }
  }

  @Test func `entries are listed in the order of their bytes`() throws {
    try withTemporaryFolder { folder in
      for name in ["b", "a", "B", ".hidden", "é", "a.b", "a-b"] {
        try FilePath(folder).appending(name).write([])
      }
      #expect(
        try FilePath(folder).entries().map(\.string)
          == [".hidden", "B", "a", "a-b", "a.b", "b", "é"])
    }
  }

  @Test func `what is no folder cannot be listed`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.write([])
      let error = #expect(throws: FileError.self) { try path.entries() }
      #expect(error == FileError(testing: .list, path, .notDirectory))
    }
  }

  @Test func `where there is no folder there are no entries`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder)
      try path.appending("file").write([])
      try link(from: path.appending("nowhere"), to: "none")
      #expect(try path.entriesIfFolder()?.map(\.string) == ["file", "nowhere"])
      for name in ["none", "file", "nowhere", "none/below", "file/below"] {
        #expect(try path.pushing(FilePath(name)).entriesIfFolder() == nil)
      }
    }
  }

  @Test func `a folder that may not be read is none without entries`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("closed")
      try path.appending("below").makeFolder()
      #expect(chmod(path.string, 0) == 0)
      defer { chmod(path.string, 0o700) }
      let isTried = withoutPrivileges {
        for closed in [path, path.appending("below")] {
          let error = #expect(throws: FileError.self) { try closed.entriesIfFolder() }
          #expect(error?.description == "cannot list \(closed): Permission denied")
        }
      }
      if !isTried { try Test.cancel("the superuser may read everything") }
    }
  }

  @Test func `a folder is renamed onto an empty one but not onto a full one`() throws {
    try withTemporaryFolder { folder in
      let draft = FilePath(folder).appending("draft")
      let final = FilePath(folder).appending("final")
      try draft.makeFolder()
      try draft.appending("file").write([1])
      try final.makeFolder()
      try draft.rename(to: final)
      #expect(try final.entries() == ["file"])

      try draft.makeFolder()
      let error = #expect(throws: FileError.self) { try draft.rename(to: final) }
      #expect(error?.path == final)
      #expect([.directoryNotEmpty, .fileExists].contains(error?.reason))
      #expect(try final.entries() == ["file"])
    }
  }

  @Test func `a tree is removed, and what its links point at is not`() throws {
    try withTemporaryFolder { folder in
      let kept = FilePath(folder).appending("kept")
      try kept.makeFolder()
      try kept.appending("file").write([1])
      let tree = FilePath(folder).appending("tree")
      try tree.appending("a").appending("b").makeFolder()
      try tree.appending("a").appending("file").write([1])
      try link(from: tree.appending("a").appending("link"), to: kept)
      try link(from: tree.appending("dangling"), to: FilePath("nowhere"))
      try tree.removeTree()
      #expect(!tree.exists)
      #expect(try kept.entries() == ["file"])
      try tree.removeTree()
    }
  }

  @Test func `what cannot be removed is told with the reason`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.write([])
      let error = #expect(throws: FileError.self) { try path.appending("below").removeTree() }
      #expect(error == FileError(testing: .remove, path.appending("below"), .notDirectory))
    }
  }

  #if os(Linux)
    @Test func `names need not be UTF-8`() throws {
      try withTemporaryFolder { folder in
        let name = [0x66, 0xFF, 0x6F].map { CInterop.PlatformChar(truncatingIfNeeded: $0) } + [0]
        let component = try #require(FilePath.Component(platformString: name))
        let path = FilePath(folder).appending(component)
        try path.makeFolder()
        try path.appending("file").write([1])
        #expect(try FilePath(folder).entries() == [component])
        try path.rename(to: FilePath(folder).appending("plain"))
        #expect(!path.exists)
        try path.makeFolder()
        try path.removeTree()
        #expect(try FilePath(folder).entries() == ["plain"])
      }
    }
  #endif
}
