import Datasets
import Experiments
import TestSupport
import Testing

/// Archives of arrays, which NumPy and Python have written.
struct NPZTests {
  @Test(arguments: ["data.npz", "deflated.npz", "streamed.npz", "zip64.npz"])
  func `arrays are read however they are stored`(file: String) throws {
    let dataset = try read(npz: file)
    let plain = try read(.pair(inputs: "x.npy", targets: "y.npy"))
    #expect(dataset.inputs.elements == plain.inputs.elements)
    #expect(dataset.targets.elements == plain.targets.elements)
    #expect(dataset.facts.largestInput == plain.facts.largestInput)
    #expect(dataset.facts.targets.areBinary)
  }

  @Test func `arrays are read in any order, and one for both`() throws {
    for file in ["data.npz", "streamed.npz"] {
      let dataset = try read(npz: file, "y", "x")
      #expect(dataset.inputs.columns == 1)
      #expect(dataset.targets.columns == 2)
    }
    let dataset = try read(npz: "data.npz", "x", "x")
    #expect(dataset.inputs.elements == dataset.targets.elements)
  }

  @Test(arguments: [
    "b1", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8",
  ])
  func `every type is read in every order`(type: String) throws {
    let expected = (0..<24).map { Double(type == "b1" ? $0 % 2 : $0) }
    for layout in ["little-c", "little-fortran", "big-c", "big-fortran"] {
      let name = "\(type)-\(layout)"
      let dataset = try read(npz: "layouts.npz", name, name)
      #expect(dataset.rows == 4)
      #expect(dataset.inputs.elements == expected)
    }
  }

  @Test func `the digest is of the whole file`() throws {
    // SHA-256 of the file by `sha256sum`, its first 16 digits as letters from z to k.
    let digest = try #require(try read(npz: "data.npz").facts.source?.digest)
    #expect(digest == "qnylrxluyrnpwozv")
    #expect(try read(npz: "data.npz", "y", "x").facts.source?.digest == digest)
  }

  @Test func `other content than the digest says is refused`() throws {
    let arrays = NPZFile.Arrays(inputs: "x", targets: "y")
    let problem = #expect(throws: DataProblem.self) {
      _ = try read(
        .npz(NPZFile("data.npz", arrays, digest: "kkkkkkkkkkkkkkkk")), root: corpusDataFolder)
    }
    #expect(problem?.fault == "has other content than the digest says")
    #expect(problem?.keys == ["digest"])
    let source = try read(npz: "data.npz").facts.source
    #expect(source == .npz(NPZFile("data.npz", arrays, digest: "qnylrxluyrnpwozv")))
    #expect(source?.paths == ["data.npz"])
  }

  @Test(arguments: [
    ("bzip2.npz/y.npy", "is compressed by bzip2, which is not read", "targets"),
    ("twice.npz", "has two arrays called \"y\"", "targets"),
    ("damaged.npz/x.npy", "has other bytes than were written: their CRC-32 differs", "inputs"),
    (
      "bomb.npz/x.npy",
      "is said to have 1073741824 bytes, more than 88 compressed ones can stand for",
      "inputs"
    ),
    ("longer.npz/x.npy", "has more bytes of data than the 8 that its shape needs", "inputs"),
    ("shorter.npz/x.npy", "has 992 bytes of data, but its shape needs 1000", "inputs"),
    (
      "object.npz/x.npy", "has elements of type \"|O\", which are not read as numbers", "inputs"
    ),
    ("empty.npz", "has no array called \"x\"", "inputs"),
    ("x.npy", "is no archive of NumPy: it does not begin with PK", "npz"),
  ])
  func `what cannot be read is refused`(name: String, fault: String, key: String) throws {
    let file = name.hasSuffix(".npz") || name == "x.npy" ? name : String(name.dropLast(6))
    let problem = #expect(throws: DataProblem.self) { _ = try read(npz: file) }
    #expect(problem?.name == name)
    #expect(problem?.fault == fault)
    #expect(problem?.keys == [key])
    #expect(problem?.note != nil || problem?.suggestion != nil)
  }

  @Test func `an array that there is not has a likely one`() throws {
    let problem = #expect(throws: DataProblem.self) { _ = try read(npz: "data.npz", "x", "Y") }
    #expect(problem?.fault == "has no array called \"Y\"")
    #expect(problem?.suggestion == DataProblem.Suggestion(for: "Y", among: ["x", "y"]))
    #expect(problem?.keys == ["targets"])
  }

  @Test func `a path alone is told which arrays there are`() throws {
    let problem = #expect(throws: DataProblem.self) {
      _ = try read(.npz(NPZFile("data.npz", nil)), root: corpusDataFolder)
    }
    #expect(
      problem?.fault == "has arrays of which inputs and targets must be named: \"x\", \"y\"")
    #expect(problem?.note == "such as {npz: data.npz, inputs: x, targets: y}")
    let empty = #expect(throws: DataProblem.self) {
      _ = try read(.npz(NPZFile("empty.npz", nil)), root: corpusDataFolder)
    }
    #expect(empty?.fault == "has no arrays")
  }

  @Test func `a file that is not there is missing`() throws {
    let problem = #expect(throws: DataProblem.self) { _ = try read(npz: "none.npz") }
    #expect(problem == DataProblem(missingFile: "none.npz", keys: ["npz"]))
  }
}
