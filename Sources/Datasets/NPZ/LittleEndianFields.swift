/// The numbers of a record, one after another, each with its lowest byte first.
struct LittleEndianFields {
  /// What has not been read.
  private var rest: ArraySlice<UInt8>

  /// Begins at the start of some bytes.
  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// How many bytes have not been read.
  var count: Int { rest.count }

  /// Takes the next number; nil where there are too few bytes for it, or it is too large.
  mutating func take<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits? {
    guard let bytes = bytes(Bits.bitWidth / 8) else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | Bits(truncatingIfNeeded: $1) }
  }

  /// Takes the next number; nil where there are too few bytes for it, or Int has not that number.
  mutating func takeInt<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Int? {
    take(type).flatMap { Int(exactly: $0) }
  }

  /// Takes so many bytes; nil where there are fewer.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// Passes over so many bytes; whether there are as many.
  mutating func skip(_ count: Int) -> Bool { bytes(count) != nil }
}
