import Datasets
import Experiments
import Foundation
import TestSupport
import Testing

/// Files of arrays that were cut, changed or never whole.
struct HostileArrayTests {
  /// A way of naming one file as the source of both inputs and targets.
  enum Kind: String, CaseIterable {
    case npy, npz, idx, gzip

    /// A sound file in the corpus.
    var example: String {
      switch self {
      case .npy: "u1.npy"
      case .npz: "deflated.npz"
      case .idx: "labels-idx1-ubyte"
      case .gzip: "labels-idx1-ubyte.gz"
      }
    }

    /// The source of a file.
    func source(_ path: String) -> DatasetSource {
      switch self {
      case .npy: .arrays(ArrayFiles(.npy, .pair(inputs: path, targets: path)))
      case .npz: .npz(NPZFile(path, NPZFile.Arrays(inputs: "x", targets: "y")))
      case .idx, .gzip: .arrays(ArrayFiles(.idx, .pair(inputs: path, targets: path)))
      }
    }
  }

  /// The bytes of a file of the corpus.
  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: corpusDataFolder + "/" + name)))
  }

  /// What is wrong with a file of these bytes; nil if it can be read.
  private func problem(_ bytes: [UInt8], _ kind: Kind) throws -> DataProblem? {
    try withTemporaryFolder { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/data"))
      do throws(DataProblem) {
        _ = try read(kind.source("data"), root: folder)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test(arguments: Kind.allCases, ["data.npz", "streamed.npz", "zip64.npz", ""])
  func `every cut of a file is refused`(kind: Kind, archive: String) throws {
    guard archive.isEmpty || kind == .npz else { return }
    let whole = try bytes(archive.isEmpty ? kind.example : archive)
    for count in 0..<whole.count {
      let problem = try problem(Array(whole.prefix(count)), kind)
      #expect(problem != nil)
      #expect(problem?.note != nil)
    }
    #expect(try problem(whole, kind) == nil)
  }

  @Test(arguments: Kind.allCases)
  func `every change of a byte is read or refused`(kind: Kind) throws {
    let whole = try bytes(kind.example)
    var random = SplitMix(state: 1)
    var refused = 0
    for index in whole.indices {
      for change in [1, 0x80, 0xFF, UInt8.random(in: 1...255, using: &random)] {
        var changed = whole
        changed[index] ^= change
        if try problem(changed, kind) != nil { refused += 1 }
      }
    }
    #expect(refused > 0 && refused < 4 * whole.count)
  }

  @Test(arguments: [Kind.npz, .gzip])
  func `what is deflated is never read otherwise than it was written`(kind: Kind) throws {
    let whole = try bytes(kind.example)
    func numbers(_ bytes: [UInt8]) throws -> [Double]? {
      try withTemporaryFolder { folder in
        try Data(bytes).write(to: URL(filePath: folder + "/data"))
        return try? read(kind.source("data"), root: folder).inputs.elements
      }
    }
    let expected = try numbers(whole)
    #expect(expected != nil)
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 0x10
      let found = try numbers(changed)
      #expect(found == nil || found == expected)
    }
  }

  @Test(arguments: [
    ([0, 0, 0x08, 0], "has no rows and columns: its shape is ()"),
    ([0, 0, 0x08, 1, 0, 0, 0, 0], "has no rows and columns: its shape is (0,)"),
    ([0, 0, 0x0A, 1, 0, 0, 0, 1, 1], "has type 10 of elements in byte 2, which is none of IDX's"),
    ([0, 1, 0x08, 1, 0, 0, 0, 1, 1], "is no file of IDX: it does not begin with two bytes of 0"),
    ([0, 0, 0x08, 2, 0, 0, 0, 1, 0, 0], "ends inside its header, at byte 10"),
    (
      [0, 0, 0x0E, 3] + [UInt8](repeating: 0xFF, count: 12),
      "has a shape whose size cannot be counted"
    ),
    (
      [0, 0, 0x0E, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0],
      "has nan in row 0, column 0, counted from 0"
    ),
  ])
  func `a bad file of IDX is told of`(bytes: [UInt8], fault: String) throws {
    let problem = try problem(bytes, .idx)
    #expect(problem?.fault == fault)
    #expect(problem?.note != nil)
  }

  @Test func `members that lie one over the other are refused`() throws {
    var archive = try bytes("data.npz")
    // In the directory, the second member begins where the first does.
    let entries = archive.indices.dropLast(4).filter {
      archive[$0..<$0 + 4] == [0x50, 0x4B, 1, 2]
    }
    try #require(entries.count == 2)
    archive.replaceSubrange(entries[1] + 42..<entries[1] + 46, with: [0, 0, 0, 0])
    #expect(
      try problem(archive, .npz)?.fault
        == "has members that lie one over the other: \"x.npy\" and \"y.npy\"")
    archive.replaceSubrange(entries[1] + 42..<entries[1] + 46, with: [255, 255, 255, 0x7F])
    #expect(
      try problem(archive, .npz)?.fault == "has a directory that is damaged at byte \(entries[0])")
  }

  @Test func `an encrypted member is refused`() throws {
    var archive = try bytes("data.npz")
    for place in archive.indices.dropLast(4) where archive[place..<place + 2] == [0x50, 0x4B] {
      switch archive[place + 2] {
      case 1: archive[place + 8] |= 1
      case 3: archive[place + 6] |= 1
      case _: break
      }
    }
    let problem = try problem(archive, .npz)
    #expect(problem?.fault == "is encrypted")
    #expect(problem?.name == "data/x.npy")
  }

  @Test(arguments: Kind.allCases)
  func `what the system will not read is refused`(kind: Kind) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/folder", withIntermediateDirectories: false)
      let problem = #expect(throws: DataProblem.self) {
        _ = try read(kind.source("folder"), root: folder)
      }
      #expect(problem?.fault == "cannot be read: Is a directory")
      #expect(problem?.note == "name a file in the folder")
      let path = folder + "/closed"
      try Data(try bytes(kind.example)).write(to: URL(filePath: path))
      #expect(chmod(path, 0) == 0)
      // The superuser may read anything.
      guard access(path, R_OK) != 0 else { return }
      let closed = #expect(throws: DataProblem.self) {
        _ = try read(kind.source("closed"), root: folder)
      }
      #expect(closed?.fault == "cannot be read: Permission denied")
      #expect(closed?.note == "`chmod +r` lets it be read")
    }
  }
}
