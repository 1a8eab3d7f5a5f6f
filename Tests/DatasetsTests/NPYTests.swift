import Datasets
import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Files of NumPy, which NumPy has written.
struct NPYTests {
  @Test(arguments: ["i1", "i2", "i4", "i8"])
  func `integers with a sign`(type: String) throws {
    let dataset = try read(.table("\(type).npy"))
    #expect(dataset.inputs.elements == [0, 1, 3, -4])
    #expect(dataset.targets.elements == [-2, 100])
    #expect(dataset.facts.largestInput == 100)
  }

  @Test(arguments: ["u1", "u2", "u4", "u8"])
  func `integers without a sign`(type: String) throws {
    let dataset = try read(.table("\(type).npy"))
    #expect(dataset.inputs.elements == [0, 1, 3, 4])
    #expect(dataset.targets.elements == [2, 200])
  }

  @Test func `truth values are 0 and 1`() throws {
    let dataset = try read(.table("b1.npy"))
    #expect(dataset.inputs.elements == [0, 1, 0, 0])
    #expect(dataset.targets.elements == [1, 1])
  }

  @Test func `floating-point numbers keep their bits`() throws {
    let wide = try read(.table("f8.npy"))
    #expect(wide.inputs.elements == [0, 0.1, 1e-3, -1e30])
    #expect(wide.targets.elements == [-0.2, 1.0 / 3])
    let narrow = try read(.table("f4.npy"))
    #expect(narrow.inputs.elements == rounded([0, 0.1, 1e-3, -1e30]))
    #expect(narrow.targets.elements == rounded([-0.2, 1 / 3]))
    #expect(narrow.facts.largestInput == Double(Float(1e30)))
  }

  @Test(arguments: 1...3)
  func `every version of the format`(version: Int) throws {
    let dataset = try read(.table("version\(version).npy"))
    #expect(dataset.inputs.elements == [0, 1, 3, 4])
    #expect(dataset.targets.elements == [2, 5])
  }

  @Test(arguments: ["big-endian.npy", "fortran.npy"])
  func `either order of bytes and of elements`(file: String) throws {
    let dataset = try read(.table(file))
    #expect(dataset.inputs.elements == [0, 1, 3, 4])
    #expect(dataset.targets.elements == [2, 5])
  }

  @Test func `half precision is read exactly`() throws {
    let dataset = try read(.table("half.npy"))
    #expect(dataset.inputs.elements == [0, 0x1p-24, 0x1p-14, -0x1.004p0])
    #expect(dataset.targets.elements == [0, 0x1.ff8p-15, 1, 65504])
    #expect(dataset.targets.elements[0].sign == .minus)
  }

  @Test func `axes after the first are columns`() throws {
    let dataset = try read(.pair(inputs: "images.npy", targets: "images.npy"))
    #expect(dataset.rows == 3)
    #expect(dataset.inputs.columns == 8)
    #expect(dataset.inputs.elements == (0..<24).map(Double.init))
    #expect(dataset.targets.elements == dataset.inputs.elements)
  }

  @Test func `an array of one axis is one column`() throws {
    let dataset = try read(.pair(inputs: "x.npy", targets: "y.npy"))
    #expect(dataset.targets.columns == 1)
    #expect(dataset.rows == 20)
    #expect(dataset.facts.targets.areBinary)
    #expect(try read(.pair(inputs: "y.npy", targets: "x.npy")).inputs.columns == 1)
  }

  @Test(arguments: [
    ("complex.npy", "has elements of type \"<c8\", which are not read as numbers"),
    ("long-double.npy", "has elements of type \"<f16\", which are not read as numbers"),
    ("time.npy", "has elements of type \"<M8[s]\", which are not read as numbers"),
    ("bytes.npy", "has elements of type \"|V2\", which are not read as numbers"),
    ("text.npy", "has elements of type \"<U1\", which are not read as numbers"),
    ("structure.npy", "has elements of type structure, which are not read as numbers"),
    ("object.npy", "has elements of type \"|O\", which are not read as numbers"),
    ("scalar.npy", "has no rows and columns: its shape is ()"),
    ("no-rows.npy", "has no rows and columns: its shape is (0, 3)"),
    ("no-columns.npy", "has no rows and columns: its shape is (3, 0)"),
    ("one-column.npy", "has one column, but the last is the target and the others are inputs"),
    ("nan.npy", "has nan in row 1, column 1, counted from 0"),
    ("infinite.npy", "has -inf in row 1, column 2, counted from 0"),
    ("large.npy", "has 9007199254740993 in row 1, column 0, counted from 0"),
    ("cut.npy", "has 19 bytes of data, but its shape needs 24"),
    ("longer.npy", "has 25 bytes of data, but its shape needs 24"),
    ("not-numpy.npy", "is no file of NumPy: it does not begin with \\x93NUMPY"),
  ])
  func `what cannot be read is refused`(file: String, fault: String) throws {
    let problem = try #require(throws: DataProblem.self) { _ = try read(.table(file)) }
    #expect(problem.name == file)
    #expect(problem.fault == fault)
    #expect(problem.note != nil)
    #expect(problem.keys == ["npy"])
    #expect(!problem.isFileMissing)
  }

  @Test func `what the system will not read is refused`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/folder.npy", withIntermediateDirectories: false)
      #expect(mkfifo(folder + "/pipe.npy", 0o600) == 0)
      let folderProblem = #expect(throws: DataProblem.self) {
        _ = try read(.table("folder.npy"), root: folder)
      }
      #expect(folderProblem?.fault == "cannot be read: Is a directory")
      let pipeProblem = #expect(throws: DataProblem.self) {
        _ = try read(.table("pipe.npy"), root: folder)
      }
      #expect(pipeProblem?.fault == "cannot be read: it is no regular file")
      let problem = #expect(throws: DataProblem.self) {
        _ = try read(.pair(inputs: "pipe.npy", targets: "none.npy"), root: corpusDataFolder)
      }
      #expect(problem?.isFileMissing == true)
      #expect(problem?.fault == "does not exist")
    }
  }

  @Test func `targets are as many as inputs`() throws {
    let problem = #expect(throws: DataProblem.self) {
      _ = try read(.pair(inputs: "x.npy", targets: "one-column.npy"))
    }
    #expect(problem?.name == "one-column.npy")
    #expect(problem?.fault == "has 4 rows, but the inputs have 20")
    #expect(problem?.keys == ["npy", "targets"])
  }
}
