import Datasets
import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing
import Vocabulary

/// Files that are no tables, or not such as a spec says.
struct HostileCSVTests {
  /// What is wrong with a file, and how it is mended; nil if it can be read.
  private func problem(
    _ bytes: [UInt8], _ settings: [(name: String, value: SpecValue)] = []
  ) throws -> DataProblem? {
    do {
      _ = try csv(bytes: bytes, settings)
      return nil
    } catch let problem as DataProblem {
      return problem
    }
  }

  @Test(arguments: [
    ("", "is empty"),
    ("\n\r\n\n", "is empty"),
    ("a,b\n", "has no rows: there is only the line of names"),
    ("a,b\n1,2\n3\n4,5\n", "has 1 field in line 3, but 2 in the first"),
    ("a,b\n1,2\n3,4,5\n", "has 3 fields in line 3, but 2 in the first"),
    ("a,b\n1,2\n\n3,4\n", "has an empty line between others, line 3"),
    ("a,b\n1,2\n3,\"4\n5,6\n", "has a quote that is not closed, in the record of line 3"),
    ("a,b\n1,2\n3,4\"5\n", "has a quote in the middle of a field, in line 3, column \"b\""),
    ("a,b\n1,\"2\"3\n", "has a quote in the middle of a field, in line 2, column \"b\""),
    ("a,b,a\n1,2,3\n", "has two columns called \"a\", 0 and 2, counted from 0"),
    ("a,,y\n1,2,3\n", "has no name for column 1, counted from 0"),
    ("1,2\n3,4\n", "has the number \"1\" where the name of column 0 should be, in line 1"),
    ("a\n1\n", "has one column, but needs inputs and a target"),
    ("a;b\n1;2\n", "has one column, but needs inputs and a target"),
    ("a\rb\r1\r2\r", "has lines that end with a carriage return alone"),
    ("a,b\n1,\n2,3\n4,\n", "has no value in column \"b\" in lines 2, 4"),
    (
      "a,b\n1,2\nx,3\n4,5\n-,6\n",
      "has what is no number in column \"a\", which is of numbers: \"x\" in line 3, \"-\" in line 5"
    ),
    (
      "a,b\n1,2\nnan,3\n",
      "has what is no number in column \"a\", which is of numbers: \"nan\" in line 3"
    ),
    (
      "a,b\ninf,2\n",
      "has what is no number in column \"a\", which is of numbers: \"inf\" in line 2"
    ),
    (
      "a,b\n1,1e999\n",
      "has what is no number in column \"b\", which is of numbers: \"1e999\" in line 2"
    ),
    (
      "a,b\n" + String(repeating: "1,2\n", count: 3) + String(repeating: "x,1\n", count: 9),
      "has what is no number in column \"a\", which is of numbers: \"x\" in line 5, \"x\" in line 6, "
        + "\"x\" in line 7, \"x\" in line 8, \"x\" in line 9, … (9 in all)"
    ),
  ])
  func `a bad file is told of`(text: String, expected: String) throws {
    #expect(try problem(Array(text.utf8))?.fault == expected)
  }

  @Test func `a column of numbers may begin with something else by mistake`() throws {
    let text = "a,y\nNA,1\n" + (0..<30).map { "\($0).5,\($0)\n" }.joined()
    #expect(
      try problem(Array(text.utf8))?.fault
        == #"has what is no number in column "a", which is of numbers: "NA" in line 2"#)
  }

  @Test func `a target of one text alone is told of`() throws {
    #expect(
      try problem(Array("a,y\n1,only\n2,only\n".utf8))?.fault
        == #"has one text alone in column "y", the target: "only""#)
  }

  @Test func `an empty first line is told of`() throws {
    #expect(
      try problem(Array("\na,y\n1,2\n".utf8))?.fault
        == "has an empty line between others, line 1")
  }

  @Test func `bytes that are no UTF-8 are told of`() throws {
    let name = Array("a,b".utf8) + [0xFF] + Array("\n1,2\n".utf8)
    #expect(try problem(name)?.fault == "is not UTF-8 in line 1, column 1")
    let first = Array("a,b\n".utf8) + [0xC3, 0x28] + Array(",2\nx,1\n".utf8)
    #expect(try problem(first)?.fault == "is not UTF-8 in line 2, column \"a\"")
    let text = Array("a,b\nx,1\n".utf8) + [0xC3, 0x28] + Array(",2\n".utf8)
    #expect(try problem(text)?.fault == "is not UTF-8 in line 3, column \"a\"")
  }

  @Test func `a name that there is not has a likely one`() throws {
    let problem = try #require(
      try problem(Array("size,color\n1,2\n".utf8), [("target", .text("colour"))]))
    #expect(problem.fault == "has no column called \"colour\"")
    #expect(problem.suggestion?.names == ["size", "color"])
    let index = try self.problem(Array("size,color\n1,2\n".utf8), [("target", .integer(2))])
    #expect(index?.fault == "has no column 2: it has 2, counted from 0")
  }

  @Test func `some column is left for inputs`() throws {
    let targets = SpecValue.list([.text("a"), .text("b")])
    #expect(
      try problem(Array("a,b\n1,2\n".utf8), [("target", targets)])?.fault
        == "has targets alone: no column is left for inputs")
  }

  @Test func `a record without an end is told of`() throws {
    let open = Array("a,b\n1,2\n3,\"".utf8) + [UInt8](repeating: 0x78, count: 17 << 20)
    #expect(try problem(open)?.fault == "has a record of more than 16 MiB in line 3")
  }

  @Test func `a delimiter that was likely meant is named`() throws {
    #expect(
      try problem(Array("a;b\n1;2\n".utf8))?.note
        == "its fields may be separated otherwise: `delimiter: \";\"`")
  }

  @Test func `what is left of a file at any byte is read or told of`() throws {
    let whole = Array("\"a\",b,kind\r\n1.5e3,\"x\"\"y\",u\r\n-2,\"\n\",v\r\n".utf8)
    for length in 0..<whole.count { _ = try problem(Array(whole.prefix(length))) }
    for place in whole.indices {
      for byte in [0, 10, 13, 34, 44, 0xFF] as [UInt8] {
        var changed = whole
        changed[place] = byte
        _ = try problem(changed)
      }
    }
  }

  @Test func `folders and files that are not there are told of`() throws {
    try withTemporaryFolder { folder in
      var library = DataLibrary(root: FilePath(folder))
      let missing = try #require(DatasetSource(.text("none.csv")))
      #expect(throws: DataProblem(missingFile: "none.csv", keys: ["csv"])) {
        try library.facts(of: missing)
      }
      try FileManager.default.createDirectory(
        atPath: folder + "/folder.csv", withIntermediateDirectories: false)
      let directory = try #require(DatasetSource(.text("folder.csv")))
      #expect(throws: DataProblem.self) { try library.facts(of: directory) }
    }
  }
}
