internal import CZlib
internal import Digests
internal import SystemPackage

/// The bytes of a file one after another, all or those of a part: as they stand there, or inflated.
///
/// The file is read and hashed from its beginning to its end, each byte once, whatever its parts are.
struct ByteStream: ~Copyable {
  /// Some bytes of a file that stand for something of their own.
  struct Part: Hashable {
    /// Where they are.
    let range: Range<Int>
    /// How many bytes they stand for.
    let size: Int
    /// Whether they are deflated.
    let isDeflated: Bool
    /// The CRC-32 of what they stand for.
    let checksum: UInt32
  }

  private var file: HashedFile
  /// How many bytes of the file belong to the part and have not been read.
  private var storedRest: Int
  /// How many bytes the part has left, as it says; nil where only inflating tells.
  private(set) var rest: Int?
  /// What the checksum of the part is to be; nil where nobody says.
  private var expectedChecksum: UInt32?
  /// The checksum of what has been read of it.
  private var checksum: UInt = 0
  /// What inflates the part; nil where it is as it stands there.
  private var inflater: Inflater?
  /// Whether what is deflated may go on behind an end.
  private var hasMembers = false
  /// Whether all has been inflated.
  private var isInflated = false
  /// Bytes of the file that are being inflated, and how many of them have been.
  private var (input, used): ([UInt8], Int) = ([], 0)

  /// How many bytes of the file are inflated at once, or passed over.
  private static let inputSize = 1 << 16

  /// Opens a file, whose bytes are taken as they are.
  init(_ path: FilePath) throws(ArrayFault) {
    do throws(HashedFile.Fault) {
      file = try HashedFile(path)
    } catch {
      throw .bytes(.file(error))
    }
    storedRest = file.size
    rest = file.size
  }

  /// How many bytes the file has.
  var size: Int { file.size }
  /// The most bytes that the part may have left: all that those of the file can stand for.
  var most: Int {
    let product = size.multipliedReportingOverflow(by: Inflater.largestRatio)
    return rest ?? (product.overflow ? .max : product.partialValue)
  }
  /// At which byte of the file the next one stands that has neither been given out nor inflated.
  private var offset: Int { file.size - file.rest - (input.count - used) }

  /// Bytes anywhere in the file, which leaves alone what comes next.
  ///
  /// - Precondition: the file had them when it was opened.
  func bytes(at offset: Int, count: Int) throws(ArrayFault) -> [UInt8] {
    do throws(HashedFile.Fault) {
      return try file.bytes(at: offset, count: count)
    } catch {
      throw .bytes(.file(error))
    }
  }

  /// Takes the rest of the file as gzip's, one member or several.
  mutating func inflateGzip() {
    inflater = Inflater(.gzip)
    hasMembers = true
    rest = nil
  }

  /// Goes on to a part of the file.
  ///
  /// - Precondition: it is in the file, and not before what has been read.
  mutating func begin(_ part: Part) throws(ArrayFault) {
    try skip(to: part.range.lowerBound)
    storedRest = part.range.count
    rest = part.size
    expectedChecksum = part.checksum
    checksum = 0
    inflater = part.isDeflated ? Inflater(.none) : nil
    (hasMembers, isInflated, input, used) = (false, false, [], 0)
  }

  /// Reads the next bytes: so many, or what the part has left where that is less.
  ///
  /// - Parameter chunk: takes them, in place of what it holds.
  mutating func read(_ count: Int, into chunk: inout [UInt8]) throws(ArrayFault) {
    let count = min(count, rest ?? count)
    if inflater == nil {
      try readStored(count, into: &chunk)
    } else {
      try inflate(count, into: &chunk)
    }
    if let rest { self.rest = rest - chunk.count }
    // zlib takes no bytes for a wish to begin anew.
    if expectedChecksum != nil, !chunk.isEmpty {
      checksum = chunk.withUnsafeBufferPointer { crc32_z(checksum, $0.baseAddress, $0.count) }
    }
  }

  /// Reads the next bytes: so many, or what the part has left where that is less.
  mutating func read(_ count: Int) throws(ArrayFault) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(count, into: &bytes)
    return bytes
  }

  /// Whether the part is at its end.
  ///
  /// - Throws: where it is, but is not what was written.
  mutating func isAtEnd() throws(ArrayFault) -> Bool {
    guard rest ?? 0 == 0 else { return false }
    if inflater != nil {
      var more: [UInt8] = []
      try inflate(1, into: &more)
      guard more.isEmpty else { return false }
    }
    guard storedRest == 0, used == input.count else { throw .bytes(.trailing(at: offset)) }
    if let expectedChecksum, expectedChecksum != checksum { throw .bytes(.checksum) }
    return true
  }

  /// Reads what is left of the file; what all its bytes hash to.
  mutating func digest() throws(ArrayFault) -> SHA256.Digest {
    try skip(to: file.size)
    return file.digest
  }

  /// Reads what stands in front of an offset.
  private mutating func skip(to offset: Int) throws(ArrayFault) {
    var chunk: [UInt8] = []
    storedRest = offset - (file.size - file.rest)
    while storedRest > 0 { try readStored(Self.inputSize, into: &chunk) }
  }

  /// Reads the next bytes of the part as they stand in the file.
  private mutating func readStored(_ count: Int, into chunk: inout [UInt8]) throws(ArrayFault) {
    let count = min(count, storedRest)
    do throws(HashedFile.Fault) {
      try file.read(count, into: &chunk)
    } catch {
      throw .bytes(.file(error))
    }
    storedRest -= count
  }

  /// Inflates the next bytes.
  private mutating func inflate(_ count: Int, into chunk: inout [UInt8]) throws(ArrayFault) {
    if chunk.count != count { chunk = [UInt8](repeating: 0, count: count) }
    var filled = 0
    while filled < count, !isInflated {
      let step = inflater?.step(&input, used: &used, into: &chunk, filled: &filled)
      switch step {
      case .going?:
        guard filled < count, used == input.count else { continue }
        try readInput()
        if input.isEmpty { throw .bytes(.cut(at: offset)) }
      case .end?, nil: try beginNextMember()
      case .damaged?: throw .bytes(.damaged(at: offset))
      }
    }
    if filled < count { chunk.removeLast(count - filled) }
  }

  /// Goes on behind what is deflated on its own: with another such, or not at all.
  private mutating func beginNextMember() throws(ArrayFault) {
    isInflated = true
    guard hasMembers else { return }
    while true {
      // Some programs fill up with zeros.
      while used < input.count, input[used] == 0 { used += 1 }
      if used < input.count { break }
      try readInput()
      if input.isEmpty { return }
    }
    guard input[used] == 0x1F else { throw .bytes(.trailing(at: offset)) }
    inflater?.restart()
    isInflated = false
  }

  /// Reads the bytes that are inflated next.
  private mutating func readInput() throws(ArrayFault) {
    var bytes: [UInt8] = []
    swap(&bytes, &input)
    try readStored(Self.inputSize, into: &bytes)
    (input, used) = (bytes, 0)
  }
}
