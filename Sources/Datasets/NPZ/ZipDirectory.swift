/// Which members an archive has, and where.
///
/// PKWARE, *.ZIP File Format Specification*, 4.3.12 to 4.3.16.
struct ZipDirectory {
  /// The members, in the order of their places in the file.
  let members: [ZipMember]
  /// Where the directory begins, and no member reaches to.
  let offset: Int

  /// How many bytes the end of a directory has at least, and a comment behind it at most.
  private static let (endSize, longestComment) = (22, 0xFFFF)
  /// How many bytes say where the end of a large directory is, and how many it has itself.
  private static let (locatorSize, largeEndSize) = (20, 56)
  /// The longest directory that is read.
  private static let longestDirectory = 1 << 24

  /// Where a directory is.
  private struct Extent {
    /// Where it begins, and where what follows it does.
    let (start, end): (Int, Int)
    /// How many members it has.
    let count: Int
  }

  /// Reads the directory at the end of a file.
  init(_ stream: borrowing ByteStream) throws(ArrayFault) {
    guard stream.size >= 2, try stream.bytes(at: 0, count: 2) == Array("PK".utf8) else {
      throw .zip(.notZip)
    }
    let extent = try Self.extent(in: stream)
    guard extent.end - extent.start <= Self.longestDirectory else {
      throw .zip(.unsupportedDirectory(at: extent.start))
    }
    let bytes = try stream.bytes(at: extent.start, count: extent.end - extent.start)
    var fields = LittleEndianFields(bytes[...])
    var members: [ZipMember] = []
    while fields.count > 0 {
      let place = extent.end - fields.count
      guard let member = ZipMember(&fields) else { throw .zip(.directory(at: place)) }
      members.append(member)
    }
    guard members.count == extent.count else { throw .zip(.directory(at: extent.start)) }
    members.sort { $0.offset < $1.offset }
    for (index, member) in members.enumerated() {
      let isLast = index + 1 == members.count
      guard let end = member.leastEnd, end <= extent.start else {
        throw .zip(.directory(at: extent.start))
      }
      guard isLast || end <= members[index + 1].offset else {
        throw .zip(.overlap(member.name, members[index + 1].name))
      }
    }
    self.members = members
    offset = extent.start
  }

  /// The arrays' names, in the order of their places in the file.
  var arrayNames: [String] {
    members.compactMap { member in
      member.name.hasSuffix(".npy") ? String(member.name.dropLast(4)) : nil
    }
  }

  /// The place of an array among the members.
  func index(of array: String) throws(ArrayFault) -> Int {
    let places = members.indices.filter { members[$0].name == array + ".npy" }
    guard let place = places.first else { throw .zip(.missing(array)) }
    guard places.count == 1 else { throw .zip(.twice(array)) }
    return place
  }

  /// Where the content of a member is, and what it must be.
  func part(_ index: Int, in stream: borrowing ByteStream) throws(ArrayFault) -> ByteStream.Part {
    let end = index + 1 < members.count ? members[index + 1].offset : offset
    return try members[index].part(in: stream, before: end)
  }

  /// Finds the directory.
  private static func extent(in stream: borrowing ByteStream) throws(ArrayFault) -> Extent {
    let tailSize = min(stream.size, endSize + longestComment)
    let tail = try stream.bytes(at: stream.size - tailSize, count: tailSize)
    guard let place = endPlace(in: tail) else { throw .zip(.cut) }
    let endOffset = stream.size - tailSize + place
    var fields = LittleEndianFields(tail[(place + 4)...])
    guard let disk = fields.take(UInt16.self), let firstDisk = fields.take(UInt16.self),
      fields.skip(2), let count = fields.takeInt(UInt16.self),
      let size = fields.takeInt(UInt32.self), let start = fields.takeInt(UInt32.self)
    else { throw .zip(.directory(at: endOffset)) }
    if let large = try largeExtent(before: endOffset, in: stream) { return large }
    guard disk == 0, firstDisk == 0 else { throw .zip(.unsupportedDirectory(at: endOffset)) }
    return try checked(start: start, size: size, count: count, end: endOffset)
  }

  /// The place of the end of a directory in the last bytes of a file: the last that the file ends
  /// with, comment and all.
  private static func endPlace(in tail: [UInt8]) -> Int? {
    guard tail.count >= endSize else { return nil }
    return (0...tail.count - endSize).last { place in
      var fields = LittleEndianFields(tail[place...])
      return fields.take(UInt32.self) == 0x0605_4B50 && fields.skip(16)
        && fields.takeInt(UInt16.self) == fields.count
    }
  }

  /// The extent of a directory with numbers of 64 bits; nil where none is told of.
  private static func largeExtent(
    before end: Int, in stream: borrowing ByteStream
  ) throws(ArrayFault) -> Extent? {
    guard end >= locatorSize + largeEndSize else { return nil }
    let locator = try stream.bytes(at: end - locatorSize, count: locatorSize)
    var fields = LittleEndianFields(locator[...])
    guard fields.take(UInt32.self) == 0x0706_4B50, fields.skip(4) else { return nil }
    guard let offset = fields.takeInt(UInt64.self), offset <= end - locatorSize - largeEndSize
    else { throw .zip(.directory(at: end - locatorSize)) }
    let bytes = try stream.bytes(at: offset, count: largeEndSize)
    fields = LittleEndianFields(bytes[...])
    guard fields.take(UInt32.self) == 0x0606_4B50, fields.skip(20), fields.skip(8),
      let count = fields.takeInt(UInt64.self), let size = fields.takeInt(UInt64.self),
      let start = fields.takeInt(UInt64.self)
    else { throw .zip(.directory(at: offset)) }
    return try checked(start: start, size: size, count: count, end: offset)
  }

  /// The extent of a directory, which must reach to its end.
  private static func checked(
    start: Int, size: Int, count: Int, end: Int
  ) throws(ArrayFault) -> Extent {
    guard start <= end, size == end - start else { throw .zip(.directory(at: end)) }
    return Extent(start: start, end: end, count: count)
  }
}
