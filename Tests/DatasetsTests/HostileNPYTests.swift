import Datasets
import Experiments
import Foundation
import TestSupport
import Testing

/// Files that are no arrays of NumPy, or lie about what is in them.
struct HostileNPYTests {
  /// A file of version 1.0 with this header and these bytes of data.
  private func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    let text = Array(header.utf8)
    return Array("\u{93}NUMPY".unicodeScalars.map { UInt8($0.value) }) + [1, 0]
      + [UInt8(text.count & 255), UInt8(text.count >> 8)] + text + data
  }

  /// What is wrong with a file of these bytes; nil if it can be read.
  private func fault(_ bytes: [UInt8]) throws -> String? {
    try withTemporaryFolder { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/x.npy"))
      do throws(DataProblem) {
        _ = try read(.pair(inputs: "x.npy", targets: "x.npy"), root: folder)
        return nil
      } catch {
        return error.fault
      }
    }
  }

  private let one = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1), }"

  @Test(arguments: [
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1), }\n",
    "{\"shape\":(1,1),\"descr\":\"|u1\",\"fortran_order\":False}",
    " { 'descr' : '<u1' , 'fortran_order' : False , 'shape' : ( 1L , ) , } ",
    "{'descr': '|b1', 'fortran_order': False, 'shape': (1, 1, 1, 1)}",
    "{'descr': '|?', 'fortran_order': False, 'shape': (1,)}",
  ])
  func `headers may be written otherwise`(header: String) throws {
    #expect(try fault(file(header, [1])) == nil)
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "x", "{'descr'}", "{'descr': }", "{'descr': '|u1'}", "{'descr': None}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1)} x",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1)}}",
    "{'descr': '|u1', 'fortran_order': 0, 'shape': (1, 1)}",
    "{'descr': '|u1', 'fortran_order': false, 'shape': (1, 1)}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': [1, 1]}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': 1}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (-1, 1)}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1.0, 1)}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1 1)}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999999999999,)}",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'more': True}",
    "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (1,)}",
    "{'descr': '\\u1', 'fortran_order': False, 'shape': (1,)}",
    "{'descr': ['|u1', 'fortran_order': False, 'shape': (1,)",
    "{'descr' '|u1', 'fortran_order': False, 'shape': (1,)}",
    "{'descr': True, 'fortran_order': False, 'shape': (1,)}",
  ])
  func `a header that is not NumPy's is refused`(header: String) throws {
    #expect(
      try fault(file(header, [1])) == "has a header that is not such as NumPy writes")
  }

  @Test(arguments: [
    ("(9223372036854775807, 9223372036854775807)", "has a shape whose size cannot be counted"),
    ("(4611686018427387904, 4)", "has a shape whose size cannot be counted"),
    (
      "(4294967296, 4294967296, 0)",
      "has no rows and columns: its shape is (4294967296, 4294967296, 0)"
    ),
    ("(1000000000000,)", "has 1 bytes of data, but its shape needs 1000000000000"),
  ])
  func `a shape beyond the file is refused`(shape: String, expected: String) throws {
    let header = "{'descr': '|u1', 'fortran_order': False, 'shape': \(shape)}"
    #expect(try fault(file(header, [1])) == expected)
  }

  @Test func `a type is shown only where it is plain`() throws {
    let long = String(repeating: "x", count: 5000)
    for type in ["\u{1B}[31m", "größe", long] {
      let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (1,)}"
      #expect(
        try fault(file(header, [1]))
          == "has elements of type unknown, which are not read as numbers")
    }
  }

  @Test func `a byte that is neither true nor false is refused`() throws {
    let header = "{'descr': '|b1', 'fortran_order': False, 'shape': (2, 1)}"
    #expect(
      try fault(file(header, [1, 2])) == "has 2 in row 1, column 0, counted from 0")
  }

  @Test func `versions that are not known are refused`() throws {
    for version in [[0, 0], [1, 1], [4, 0], [255, 255]] as [[UInt8]] {
      var bytes = file(one, [1])
      bytes.replaceSubrange(6..<8, with: version)
      #expect(
        try fault(bytes)
          == "has version \(version[0]).\(version[1]) of the format, not 1.0 to 3.0")
    }
  }

  @Test func `a header as long as four bytes can say is refused`() throws {
    var bytes = file(one, [1])
    bytes.replaceSubrange(6..<10, with: [2, 0, 255, 255, 255, 255])
    #expect(try fault(bytes) == "ends inside its header")
  }

  @Test(arguments: ["f4.npy", "u1.npy", "i8.npy"])
  func `every cut of a file is refused`(name: String) throws {
    let data = try Data(contentsOf: URL(filePath: corpusDataFolder + "/" + name))
    for count in 0..<data.count { #expect(try fault(Array(data.prefix(count))) != nil) }
    #expect(try fault(Array(data)) == nil)
  }

  @Test func `every change of a byte is read or refused`() throws {
    let data = try Data(contentsOf: URL(filePath: corpusDataFolder + "/u1.npy"))
    var random = SplitMix(state: 1)
    var readable = 0
    for index in data.indices {
      var bytes = Array(data)
      bytes[index] ^= UInt8.random(in: 1...255, using: &random)
      if try fault(bytes) == nil { readable += 1 }
    }
    // The six elements may be anything, and some spaces and digits have neighbours that fit.
    #expect(readable >= 6)
  }
}
