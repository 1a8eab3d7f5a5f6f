import Datasets
import Experiments
import TestSupport
import Testing

/// Files as MNIST's are.
struct IDXTests {
  @Test(arguments: ["", ".gz"])
  func `images and labels are read plain and by gzip`(ending: String) throws {
    let dataset = try read(
      .pair(inputs: "images-idx3-ubyte" + ending, targets: "labels-idx1-ubyte" + ending), .idx)
    #expect(dataset.rows == 3)
    #expect(dataset.inputs.columns == 8)
    #expect(dataset.inputs.elements == (0..<24).map(Double.init))
    #expect(dataset.targets.elements == [0, 1, 1])
    #expect(dataset.facts.largestInput == 23)
    #expect(dataset.facts.targets.areBinary)
  }

  @Test(arguments: ["i1", "i2", "i4"])
  func `integers with a sign`(type: String) throws {
    let dataset = try read(.table("\(type).idx"), .idx)
    #expect(dataset.inputs.elements == [0, 1, 3, -4])
    #expect(dataset.targets.elements == [-2, 100])
  }

  @Test func `bytes and floating-point numbers`() throws {
    let bytes = try read(.table("u1.idx"), .idx)
    #expect(bytes.inputs.elements == [0, 1, 3, 4])
    #expect(bytes.targets.elements == [2, 200])
    let wide = try read(.table("f8.idx"), .idx)
    #expect(wide.inputs.elements == [0, 1, 3, -4])
    let narrow = try read(.table("f4.idx"), .idx)
    #expect(narrow.inputs.elements == [0, 0.5, 3, -4])
    #expect(narrow.targets.elements == rounded([-2, 1e30]))
  }

  @Test func `members of gzip are one file, and zeros behind them nothing`() throws {
    let dataset = try read(.pair(inputs: "members.idx.gz", targets: "labels-idx1-ubyte"), .idx)
    #expect(dataset.inputs.elements == (0..<24).map(Double.init))
  }

  @Test(arguments: [
    ("shorter.idx.gz", "has 23 bytes of data, but its shape needs 24"),
    ("longer.idx.gz", "has more bytes of data than the 24 that its shape needs"),
    ("trailing.idx.gz", "has something behind its compressed data, at byte 114"),
    (
      "bomb.idx.gz",
      "has a shape that needs 4294967296 bytes, more than 54 compressed ones can stand for"
    ),
    ("u1.npy", "is no file of IDX: it does not begin with two bytes of 0"),
  ])
  func `what cannot be read is refused`(file: String, fault: String) throws {
    let problem = #expect(throws: DataProblem.self) { _ = try read(.table(file), .idx) }
    #expect(problem?.name == file)
    #expect(problem?.fault == fault)
    #expect(problem?.keys == ["idx"])
    #expect(problem?.note != nil)
  }

  @Test func `targets of many axes are refused`() throws {
    let problem = #expect(throws: DataProblem.self) {
      _ = try read(.pair(inputs: "images-idx3-ubyte", targets: "images-idx3-ubyte"), .idx)
    }
    #expect(problem?.fault == "has 3 axes, but targets have one or two")
    #expect(problem?.keys == ["idx", "targets"])
  }
}
