/// What the directory of an archive says of one member.
///
/// PKWARE, *.ZIP File Format Specification*, 4.3.12 (directory), 4.3.7 (member) and 4.5.3 (zip64).
struct ZipMember {
  /// What it is called.
  let name: String
  /// How it is compressed, and which general flags it has.
  let (method, flags): (UInt16, UInt16)
  /// The CRC-32 of its content.
  let checksum: UInt32
  /// How many bytes its content has, and how many stand for them in the file.
  let (size, storedSize): (Int, Int)
  /// Where in the file what belongs to it begins.
  let offset: Int
  /// The bytes of its name.
  private let nameBytes: ArraySlice<UInt8>

  /// How many bytes stand before the name.
  private static let headerSize = 30
  /// Sizes and offsets that do not fit say so by this number.
  private static let beyond32Bits = Int(UInt32.max)

  /// Where the member ends at the earliest; nil where that cannot be counted.
  var leastEnd: Int? {
    let (end, overflows) = offset.addingReportingOverflow(storedSize)
    guard !overflows, end <= .max - Self.headerSize - nameBytes.count else { return nil }
    return end + Self.headerSize + nameBytes.count
  }

  /// Reads an entry of the directory; nil where it is not one.
  init?(_ fields: inout LittleEndianFields) {
    guard fields.take(UInt32.self) == 0x0201_4B50, fields.skip(4),
      let flags = fields.take(UInt16.self), let method = fields.take(UInt16.self), fields.skip(4),
      let checksum = fields.take(UInt32.self),
      let storedSize = fields.takeInt(UInt32.self), let size = fields.takeInt(UInt32.self),
      let nameCount = fields.takeInt(UInt16.self), let extraCount = fields.takeInt(UInt16.self),
      let commentCount = fields.takeInt(UInt16.self), fields.skip(8),
      let offset = fields.takeInt(UInt32.self),
      let name = fields.bytes(nameCount), let extra = fields.bytes(extraCount),
      fields.skip(commentCount)
    else { return nil }
    var wide = Self.zip64(LittleEndianFields(extra))
    /// A number that stands in the extra fields where it has more than 32 bits.
    func whole(_ number: Int) -> Int? {
      number == Self.beyond32Bits ? wide?.takeInt(UInt64.self) : number
    }
    guard let size = whole(size), let storedSize = whole(storedSize), let offset = whole(offset)
    else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    (self.flags, self.method, self.checksum) = (flags, method, checksum)
    (self.size, self.storedSize, self.offset) = (size, storedSize, offset)
    nameBytes = name
  }

  /// The extra field of large numbers, if there is one.
  private static func zip64(_ extra: LittleEndianFields) -> LittleEndianFields? {
    var extra = extra
    while let id = extra.take(UInt16.self), let count = extra.takeInt(UInt16.self),
      let bytes = extra.bytes(count)
    {
      if id == 1 { return LittleEndianFields(bytes) }
    }
    return nil
  }

  /// Where the content is, and what it must be.
  ///
  /// - Parameter end: where the next member begins, or the directory.
  /// - Throws: where it cannot be read, or is not where the directory says.
  func part(in stream: borrowing ByteStream, before end: Int) throws(ArrayFault) -> ByteStream.Part
  {
    guard flags & 0x2041 == 0 else { throw .zip(.encrypted) }
    guard method == 0 || method == 8 else { throw .zip(.method(method)) }
    let limit = storedSize.multipliedReportingOverflow(by: method == 0 ? 1 : Inflater.largestRatio)
    guard limit.overflow || size <= limit.partialValue else {
      throw .zip(.bomb(size: size, stored: storedSize))
    }
    guard end - offset >= Self.headerSize else { throw .zip(.header(at: offset)) }
    let header = try stream.bytes(at: offset, count: Self.headerSize)
    var fields = LittleEndianFields(header[...])
    guard fields.take(UInt32.self) == 0x0403_4B50, fields.skip(2),
      fields.take(UInt16.self) == flags,
      fields.take(UInt16.self) == method, fields.skip(16),
      let nameCount = fields.takeInt(UInt16.self), let extraCount = fields.takeInt(UInt16.self),
      nameCount == nameBytes.count
    else { throw .zip(.header(at: offset)) }
    let start = offset + Self.headerSize + nameCount + extraCount
    guard start <= end, storedSize <= end - start, method == 8 || size == storedSize,
      try stream.bytes(at: offset + Self.headerSize, count: nameCount)[...] == nameBytes
    else { throw .zip(.header(at: offset)) }
    return ByteStream.Part(
      range: start..<start + storedSize, size: size, isDeflated: method == 8, checksum: checksum)
  }
}
