import Files
import SystemPackage
import TestSupport
import Testing

/// Files that a person names for a program to write.
struct NamedFileTests {
  private func text(_ path: FilePath) throws -> String {
    String(decoding: try path.contents(), as: UTF8.self)
  }

  @Test func `a file is made with its folders, and replaced as a whole`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("new/deep/report.xml")
      let file = NamedFile(path)
      #expect(file.beginning(4).isEmpty)
      try file.prepare()
      #expect(!path.exists)
      for content in ["<first/>", "<b/>"] {
        try file.write(Array(content.utf8))
        #expect(try text(path) == content)
        #expect(file.beginning(2) == Array(content.utf8.prefix(2)))
      }
      #expect(try path.removingLastComponent().entries().map(\.string) == ["report.xml"])
    }
  }

  @Test func `a link stays, and what it leads to is replaced`() throws {
    try withTemporaryFolder { folder in
      let (target, alias) = (
        FilePath(folder).appending("target"), FilePath(folder).appending("alias")
      )
      try link(from: alias, to: "target")
      for content in ["made", "replaced"] {
        try NamedFile(alias).write(Array(content.utf8))
        #expect(try text(target) == content)
      }
      #expect(try Stat(alias, followTargetSymlink: false).type == .symbolicLink)
    }
  }

  @Test func `a device is written to and stays what it is`() throws {
    try withTemporaryFolder { folder in
      let alias = FilePath(folder).appending("null")
      try link(from: alias, to: "/dev/null")
      let file = NamedFile(alias)
      try file.prepare()
      try file.write(Array("gone".utf8))
      #expect(try Stat(alias, followTargetSymlink: false).type == .symbolicLink)
      #expect(file.beginning(4).isEmpty)
    }
  }

  @Test(arguments: ["", "/", ".", ".."]) func `folders are refused`(name: FilePath) throws {
    #expect(throws: FileError.self) { try NamedFile(name).prepare() }
    #expect(throws: FileError.self) { try NamedFile(name).write([]) }
  }
}
