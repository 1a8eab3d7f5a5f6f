import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Datasets

/// Arrays of which pieces end anywhere.
struct ArrayReaderTests {
  /// What is read of these bytes as an array.
  private func numbers(
    _ bytes: [UInt8], _ layout: ArrayLayout, chunkSize: Int, transpositionSize: Int
  ) throws -> [Double] {
    try withTemporaryFolder { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/x"))
      var stream = try ByteStream(FilePath(folder + "/x"))
      var reader = ArrayReader(
        layout, chunkSize: chunkSize, transpositionSize: transpositionSize)
      let numbers = try reader.numbers(from: &stream)
      #expect(try stream.isAtEnd())
      return (0..<numbers.count).map { numbers[$0] }
    }
  }

  @Test(arguments: [
    [1, 1], [1, 7], [7, 1], [5, 3], [3, 33], [40, 17], [2, 3, 4], [9, 4, 1, 5],
  ])
  func `Fortran's order is transposed by blocks of any size`(shape: [Int]) throws {
    let count = shape.reduce(1, *)
    let columns = count / shape[0]
    // Each element says where it stands in C's order.
    var bytes: [UInt8] = []
    for place in 0..<count {
      var (rest, index, stride) = (place, 0, count)
      for length in shape {
        stride /= length
        index += rest % length * stride
        rest /= length
      }
      bytes += [UInt8(index >> 8), UInt8(index & 0xFF)]
    }
    let element = ArrayElement(kind: .uint16, isBigEndian: true)
    let layout = try ArrayLayout(element, shape: shape, isFortran: true)
    #expect(layout.rows == shape[0] && layout.columns == columns)
    for transpositionSize in [1, 2 * shape[0], 7 * shape[0], 1 << 20] {
      for chunkSize in [2, 6, 1 << 10] {
        #expect(
          try numbers(
            bytes, layout, chunkSize: chunkSize, transpositionSize: transpositionSize)
            == (0..<count).map(Double.init))
      }
    }
  }

  @Test func `a number that cannot be taken is told of by its place in any order`() throws {
    let element = ArrayElement(kind: .bool, isBigEndian: false)
    let layout = try ArrayLayout(element, shape: [3, 2, 2], isFortran: true)
    var bytes = [UInt8](repeating: 1, count: 12)
    // Row 1, and [0, 1] of the other axes, which is column 1.
    bytes[1 + 3 * (0 + 2 * 1)] = 7
    for transpositionSize in [1, 1 << 10] {
      #expect(throws: ArrayFault.value("7", row: 1, column: 1)) {
        try numbers(bytes, layout, chunkSize: 2, transpositionSize: transpositionSize)
      }
    }
  }

  @Test func `half precision is float32 of the same number`() throws {
    // Neighbours differ by the last bit's weight.
    var previous = halfPrecision(0)
    #expect(previous.bitPattern == 0)
    for bits in UInt16(1)..<0x7C00 {
      let number = halfPrecision(bits)
      let exponent = max(Int((bits - 1) >> 10), 1) - 25
      #expect(number - previous == Float(sign: .plus, exponent: exponent, significand: 1))
      #expect(halfPrecision(bits | 0x8000) == -number)
      previous = number
    }
    #expect(halfPrecision(0x8000).bitPattern == 0x8000_0000)
    #expect(halfPrecision(0x7C00) == .infinity)
    #expect(halfPrecision(0xFC00) == -.infinity)
    #expect((UInt16(0x7C01)...0x7FFF).allSatisfy { halfPrecision($0).isNaN })
  }

  @Test func `more memory than there can be is refused`() throws {
    let element = ArrayElement(kind: .uint8, isBigEndian: false)
    let layout = try ArrayLayout(element, shape: [1 << 60, 2])
    #expect(!layout.fitsMemory)
    #expect(try ArrayLayout(element, shape: [1 << 10, 2]).fitsMemory)
  }
}

/// Bytes in blocks that are not compressed, as gzip may have them.
struct GzipTests {
  /// RFC 1952's checksum.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return ~sum
  }

  /// The lowest bytes of a number, the lowest first.
  private func littleEndian(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// A member of gzip: RFC 1952's, of RFC 1951's blocks without compression.
  private func member(_ bytes: [UInt8], blockSize: Int) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      let block = bytes[start..<min(start + blockSize, bytes.count)]
      member += [start + blockSize >= bytes.count ? 1 : 0]
      member += littleEndian(block.count, 2) + littleEndian(~block.count, 2) + block
    }
    return member + littleEndian(Int(checksum(bytes)), 4) + littleEndian(bytes.count, 4)
  }

  @Test func `what is inflated goes across the ends of all pieces`() throws {
    var random = SplitMix(state: 1)
    let count = 700_001
    let content = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let header: [UInt8] = [0, 0, 8, 2] + littleEndian(count, 4).reversed() + [0, 0, 0, 1]
    let whole = header + content
    let cuts = [0, 3, 65_536, 300_000, whole.count]
    let bytes = zip(cuts, cuts.dropFirst()).flatMap {
      member(Array(whole[$0..<$1]), blockSize: 60_000)
    }
    try withTemporaryFolder { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/x.gz"))
      let dataset = try read(.pair(inputs: "x.gz", targets: "x.gz"), .idx, root: folder)
      #expect(dataset.rows == count)
      #expect((0..<count).allSatisfy { dataset.inputs[$0, 0] == Double(content[$0]) })
    }
  }
}
