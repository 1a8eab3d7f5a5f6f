import RunRecords
import Testing

/// Files of weights.
struct SafetensorsTests {
  static let tensors = [
    Tensor("layers.0.weight", shape: [1, 2], .float32([1, -2])),
    Tensor("layers.0.bias", shape: [1], .float64([0.1])),
    Tensor("none", shape: [0, 3], .float32([])),
  ]

  static let file = Safetensors.encode(tensors, metadata: [("run_id", "kxyz")])

  static let header =
    #"{"__metadata__": {"run_id": "kxyz"}, "#
    + #""layers.0.weight": {"dtype": "F32", "shape": [1, 2], "data_offsets": [0, 8]}, "#
    + #""layers.0.bias": {"dtype": "F64", "shape": [1], "data_offsets": [8, 16]}, "#
    + #""none": {"dtype": "F32", "shape": [0, 3], "data_offsets": [16, 16]}}"#

  @Test func `a file has its length, its header and the numbers`() {
    let header = Array(Self.header.utf8)
    let padding = (8 - header.count % 8) % 8
    let length = header.count + padding
    #expect(
      Self.file == [UInt8(length & 255), UInt8(length >> 8), 0, 0, 0, 0, 0, 0] + header
        + Array(repeating: 0x20, count: padding)
        + [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0] + [0x9A, 0x99, 0x99, 0x99, 0x99, 0x99, 0xB9, 0x3F])
    #expect((Self.file.count - 16).isMultiple(of: 8))
  }

  @Test func `a file is read back`() throws {
    #expect(try Safetensors.decode(Self.file) == Self.tensors)
    #expect(try Safetensors.decode(Safetensors.encode([], metadata: [])) == [])
  }

  @Test func `the tensors of a layer with a norm keep their order`() throws {
    let names = ["weight", "bias", "norm.weight", "norm.bias"]
    let tensors =
      names.map { Tensor("layers.0.\($0)", shape: [2], .float32([1, 2])) }
      + ["running_mean", "running_var"].map {
        Tensor("layers.0.norm.\($0)", shape: [2], .float32([0.5, 0.25]))
      }
    #expect(try Safetensors.decode(Safetensors.encode(tensors, metadata: [])) == tensors)
  }

  /// What safetensors 0.8 for Python wrote:
  /// `save({"layers.0.weight": arange(6, dtype=float32).reshape(2, 3) / 4,
  /// "bias": array([0.1, -3])}, metadata={"format": "pt"})`.
  @Test func `a file of the format's own library is read`() throws {
    let header =
      #"{"__metadata__":{"format":"pt"},"bias":{"dtype":"F64","shape":[2],"data_offsets":[0,16]},"#
      + #""layers.0.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[16,40]}}"#
    let numbers: [UInt8] = [
      0x9A, 0x99, 0x99, 0x99, 0x99, 0x99, 0xB9, 0x3F, 0, 0, 0, 0, 0, 0, 0x08, 0xC0,
      0, 0, 0, 0, 0, 0, 0x80, 0x3E, 0, 0, 0, 0x3F, 0, 0, 0x40, 0x3F, 0, 0, 0x80, 0x3F,
      0, 0, 0xA0, 0x3F,
    ]
    #expect(
      try Safetensors.decode([0xA0, 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + numbers) == [
        Tensor("bias", shape: [2], .float64([0.1, -3])),
        Tensor("layers.0.weight", shape: [2, 3], .float32([0, 0.25, 0.5, 0.75, 1, 1.25])),
      ])
  }

  @Test func `every value keeps its bits, but for the many forms of nan`() throws {
    let numbers: [Float] = [
      -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1,
    ]
    let file = Safetensors.encode(
      [Tensor("t", shape: [7], .float32(numbers + [Float(bitPattern: 0xFFC0_1234)]))], metadata: [])
    guard case .float32(let read)? = try Safetensors.decode(file).first?.elements else {
      Issue.record("no numbers")
      return
    }
    #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern) + [0x7FC0_0000])
  }

  @Test func `a file that is cut short anywhere is refused`() {
    for count in 0..<Self.file.count {
      #expect(throws: Safetensors.DecodingError.self) {
        try Safetensors.decode(Array(Self.file.prefix(count)))
      }
    }
  }

  @Test func `bytes after the last tensor are refused`() {
    #expect(throws: Safetensors.DecodingError.leftOver) { try Safetensors.decode(Self.file + [0]) }
  }

  /// A file with this header and 16 bytes of numbers.
  private func file(_ header: String) -> [UInt8] {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    return length + Array(header.utf8) + Array(repeating: 0, count: 16)
  }

  @Test(arguments: [
    "", "[]", "null", "{", #"{"a": 1}"#, #"{"a": {}}"#,
    #"{"a": {"dtype": "F32", "shape": [4]}}"#,
    #"{"a": {"dtype": "F32", "shape": [4.5], "data_offsets": [0, 16]}}"#,
    #"{"a": {"dtype": "F32", "shape": [1e99], "data_offsets": [0, 16]}}"#,
    #"{"a": {"dtype": 3, "shape": [4], "data_offsets": [0, 16]}}"#,
    String(repeating: #"{"a":"#, count: 100_000),
  ])
  func `a header that is none is refused`(header: String) {
    #expect(throws: Safetensors.DecodingError.badHeader) { try Safetensors.decode(file(header)) }
  }

  @Test(arguments: [
    ("[4]", "[0, 15]"), ("[4]", "[0, 17]"), ("[4]", "[1, 17]"), ("[4]", "[-16, 0]"),
    ("[4]", "[16, 0]"), ("[4]", "[0]"), ("[4]", "[]"), ("[4]", "[0, 16, 16]"),
    ("[4]", "[0, -9223372036854775808]"), ("[4]", "[9223372036854775807, 16]"),
    ("[-4]", "[0, 16]"), ("[-2, -2]", "[0, 16]"), ("[5]", "[0, 20]"), ("[3]", "[0, 16]"),
    ("[0, -1]", "[0, 0]"), ("[4611686018427387904, 4]", "[0, 16]"),
    ("[4611686018427387904, 4, 0]", "[0, 0]"),
    ("[9223372036854775807, 9223372036854775807]", "[0, 4]"),
  ])
  func `a tensor that does not lie in the file is refused`(shape: String, offsets: String) {
    let header = #"{"a": {"dtype": "F32", "shape": \#(shape), "data_offsets": \#(offsets)}}"#
    #expect(throws: Safetensors.DecodingError.badExtent(tensor: "a")) {
      try Safetensors.decode(file(header))
    }
  }

  @Test(arguments: ["[0, 8]", "[4, 12]", "[9, 17]", "[12, 20]"])
  func `tensors that do not lie one after another are refused`(offsets: String) {
    let header =
      #"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "#
      + #""b": {"dtype": "F32", "shape": [2], "data_offsets": \#(offsets)}}"#
    #expect(throws: Safetensors.DecodingError.badExtent(tensor: "b")) {
      try Safetensors.decode(file(header))
    }
  }

  @Test func `a length beyond the file, or beyond all numbers, is refused`() {
    for first in [UInt8(1), 255] {
      #expect(throws: Safetensors.DecodingError.badHeader) {
        try Safetensors.decode([first] + Array(repeating: 255, count: 40))
      }
    }
  }

  @Test func `other number formats are told`() {
    let header = #"{"a": {"dtype": "BF16", "shape": [8], "data_offsets": [0, 16]}}"#
    let error = #expect(throws: Safetensors.DecodingError.self) {
      try Safetensors.decode(file(header))
    }
    #expect(
      error?.description == "tensor \"a\" has the type \"BF16\"; F32 and F64 can be read")
  }

  @Test func `the order in the file counts, not that of the header`() throws {
    let header =
      #"{"b": {"dtype": "F64", "shape": [1], "data_offsets": [8, 16]}, "#
      + #""z": {"dtype": "F64", "shape": [0], "data_offsets": [8, 8]}, "#
      + #""c": {"dtype": "F64", "shape": [], "data_offsets": [0, 8]}}"#
    #expect(try Safetensors.decode(file(header)).map(\.name) == ["c", "z", "b"])
  }

  @Test func `no change of one byte is a crash`() {
    for index in 0..<Self.file.count - 16 {
      for change in [UInt8(1), 2, 16, 128] {
        var bytes = Self.file
        bytes[index] ^= change
        _ = try? Safetensors.decode(bytes)
      }
    }
  }
}
