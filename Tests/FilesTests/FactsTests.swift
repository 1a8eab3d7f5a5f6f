import SystemPackage
import TestSupport
import Testing

@testable import Files

/// What is asked of files and folders.
struct FactsTests {
  @Test func `the size of a tree is that of its files, and not of what links lead to`() throws {
    try withTemporaryFolder { folder in
      let tree = FilePath(folder).appending("tree")
      try tree.appending("a").makeFolder()
      #expect(try tree.treeSize() == 0)
      try tree.appending("one").write([1, 2, 3])
      try tree.appending("a").appending("two").write([UInt8](repeating: 0, count: 5000))
      #expect(try tree.treeSize() == 5003)
      #expect(try tree.appending("one").treeSize() == 3)
      let other = FilePath(folder).appending("link")
      try link(from: other, to: tree)
      #expect(try other.treeSize() < 5003)
      let error = #expect(throws: FileError.self) { try tree.appending("none").treeSize() }
      #expect(error == FileError(testing: .read, tree.appending("none"), .noSuchFileOrDirectory))
    }
  }

  @Test func `a link to a folder is one, but not itself`() throws {
    try withTemporaryFolder { folder in
      let (real, other) = (FilePath(folder).appending("real"), FilePath(folder).appending("link"))
      try real.makeFolder()
      try link(from: other, to: real)
      try real.appending("file").write([])
      #expect(real.isFolder && real.isFolderItself)
      #expect(other.isFolder && !other.isFolderItself)
      #expect(!real.appending("file").isFolder)
      #expect(!real.appending("none").isFolder)
    }
  }

  @Test func `a link to a file is none itself`() throws {
    try withTemporaryFolder { folder in
      let (real, other) = (FilePath(folder).appending("real"), FilePath(folder).appending("link"))
      try real.write([])
      try link(from: other, to: real)
      #expect(real.isFileItself && !other.isFileItself)
      #expect(!FilePath(folder).isFileItself)
      #expect(!FilePath(folder).appending("none").isFileItself)
    }
  }

  @Test func `paths that lead to one folder are the same`() throws {
    try withTemporaryFolder { folder in
      let (a, b) = (FilePath(folder).appending("a"), FilePath(folder).appending("b"))
      try a.makeFolder()
      try b.makeFolder()
      try link(from: FilePath(folder).appending("link"), to: a)
      #expect(a.isSame(as: FilePath(folder).appending("link")))
      #expect(a.isSame(as: b.appending("..").appending("a")))
      #expect(!a.isSame(as: b))
      #expect(!a.isSame(as: FilePath(folder).appending("none")))
    }
  }
}
