internal import Crypto
internal import SystemPackage

/// Reads a file of NumPy piece by piece: its bytes are never in memory as a whole.
struct NPYReader: ~Copyable {
  private var file: HashedFile
  /// The bytes read last.
  private var chunk: [UInt8] = []
  /// The greatest magnitude among the numbers read.
  private(set) var largest = 0.0

  /// How many bytes of data are read at once: whole elements of any type, few enough for a cache.
  private static let chunkSize = 1 << 18
  /// The longest header that is read.
  private static let longestHeader = 1 << 20

  /// Opens a file.
  init(_ path: FilePath) throws(NPYFault) {
    do throws(HashedFile.Fault) {
      file = try HashedFile(path)
    } catch {
      throw .reading(error)
    }
  }

  /// How many bytes have not been read.
  private var rest: Int { file.rest }

  /// What the bytes read hash to.
  var digest: SHA256Digest { file.digest }

  /// Reads the header.
  mutating func header() throws(NPYFault) -> NPYHeader {
    let magic = NPYHeader.magic
    guard rest >= magic.count else { throw .notNPY }
    try read(magic.count)
    guard chunk == magic else { throw .notNPY }
    guard rest >= 2 else { throw .headerCut }
    try read(2)
    guard let width = NPYHeader.lengthBytes(major: chunk[0], minor: chunk[1]) else {
      throw .version(chunk[0], chunk[1])
    }
    guard rest >= width else { throw .headerCut }
    try read(width)
    let length = chunk.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard rest >= length else { throw .headerCut }
    guard length <= Self.longestHeader else { throw .header }
    try read(length)
    let header = try NPYHeader(chunk)
    let needed = header.count * header.element.byteCount
    guard rest == needed else { throw .size(actual: rest, needed: needed) }
    return header
  }

  /// Reads the elements that follow the header.
  mutating func numbers(_ header: NPYHeader) throws(NPYFault) -> Numbers {
    switch header.element {
    case .bool: .float32(try all(header) { (byte: UInt8) in byte <= 1 ? Float(byte) : nil })
    case .int8: .float32(try all(header) { (number: Int8) in Float(number) })
    case .uint8: .float32(try all(header) { (number: UInt8) in Float(number) })
    case .int16: .float32(try all(header) { (number: Int16) in Float(number) })
    case .uint16: .float32(try all(header) { (number: UInt16) in Float(number) })
    case .float32: .float32(try all(header) { (bits: UInt32) in Float(bitPattern: bits) })
    case .int32: .float64(try all(header) { (number: Int32) in Double(number) })
    case .uint32: .float64(try all(header) { (number: UInt32) in Double(number) })
    case .int64: .float64(try all(header) { (number: Int64) in Double(exactly: number) })
    case .uint64: .float64(try all(header) { (number: UInt64) in Double(exactly: number) })
    case .float64: .float64(try all(header) { (bits: UInt64) in Double(bitPattern: bits) })
    }
  }

  /// Reads the elements, each made of the bits that are stored.
  ///
  /// - Parameter number: the number of some bits; nil where there is none.
  private mutating func all<Bits, Element>(
    _ header: NPYHeader, number: (Bits) -> Element?
  ) throws(NPYFault) -> [Element]
  where Bits: FixedWidthInteger & BitwiseCopyable, Element: BinaryFloatingPoint {
    var largest: Element = 0
    let numbers = try [Element](capacity: header.count) {
      (numbers: inout OutputSpan<Element>) throws(NPYFault) in
      while rest > 0 {
        try read(min(rest, Self.chunkSize))
        let bytes = chunk.span.bytes
        for offset in stride(from: 0, to: bytes.byteCount, by: MemoryLayout<Bits>.size) {
          let bits = Bits(
            littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Bits.self))
          guard let number = number(bits), number.isFinite else {
            throw .value(Self.text(number(bits), bits), index: numbers.count)
          }
          if number.magnitude > largest { largest = number.magnitude }
          numbers.append(number)
        }
      }
    }
    self.largest = Double(largest)
    return numbers
  }

  /// An element that cannot be taken, as messages show it.
  private static func text(
    _ number: (some BinaryFloatingPoint)?, _ bits: some FixedWidthInteger
  ) -> String {
    guard let number else { return "\(bits)" }
    return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf"
  }

  /// Reads so many bytes into `chunk`.
  private mutating func read(_ count: Int) throws(NPYFault) {
    do throws(HashedFile.Fault) {
      try file.read(count, into: &chunk)
    } catch {
      throw .reading(error)
    }
  }
}
