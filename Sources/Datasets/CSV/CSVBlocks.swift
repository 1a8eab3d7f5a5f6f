internal import Crypto
internal import SystemPackage

/// Some neighbouring records of a file.
struct CSVBlock: Sendable {
  /// The bytes of the records, of which the last is a line feed.
  var bytes: [UInt8]
  /// On which line of the file they begin, counted from 1.
  var line: Int
  /// How many records there are.
  var rows: Int
}

/// Hands out a file block by block, so that its bytes are never in memory as a whole.
struct CSVBlocks: ~Copyable, Sendable {
  private var file: HashedFile
  /// The bytes read last.
  private var chunk: [UInt8] = []
  /// The beginning of a record whose end has not been read.
  private var carry: [UInt8] = []
  /// The line that comes next, counted from 1.
  private var line = 1

  /// How many bytes the file has.
  var size: Int { file.size }

  /// How many bytes are read at once: few enough for a second cache.
  private static let chunkSize = 1 << 19
  /// More bytes than a record that is meant has: beyond them a quote was left open.
  private static let longestRecord = 1 << 24

  /// Opens a file.
  init(_ path: FilePath) throws(CSVFault) {
    do throws(HashedFile.Fault) {
      file = try HashedFile(path)
    } catch {
      throw .reading(error)
    }
  }

  /// What the bytes read hash to.
  var digest: SHA256Digest { file.digest }

  /// The next records; nil where there are no more.
  mutating func next() throws(CSVFault) -> CSVBlock? {
    while file.rest > 0 {
      try readChunk()
      var bytes = carry
      bytes.append(contentsOf: chunk)
      if file.rest == 0 { Self.endLastLine(of: &bytes) }
      let extent = Self.extent(of: bytes.span)
      carry = Array(bytes[extent.end...])
      if extent.end == 0 {
        guard carry.count < Self.longestRecord else { throw .longRecord(line: line) }
        continue
      }
      bytes.removeLast(carry.count)
      defer { line += extent.lines }
      return CSVBlock(bytes: bytes, line: line, rows: extent.rows)
    }
    if carry.isEmpty { return nil }
    // A record with a quote too many or too few, which is told of by whoever reads it.
    defer { carry = [] }
    return CSVBlock(bytes: carry, line: line, rows: 1)
  }

  /// Reads bytes into `chunk`.
  private mutating func readChunk() throws(CSVFault) {
    do throws(HashedFile.Fault) {
      try file.read(min(file.rest, Self.chunkSize), into: &chunk)
    } catch {
      throw .reading(error)
    }
  }

  /// Makes the last bytes of a file end with one line feed, whatever empty lines there are.
  private static func endLastLine(of bytes: inout [UInt8]) {
    let isEnd: (UInt8?) -> Bool = { $0 == CSVField.lineFeed || $0 == CSVField.carriageReturn }
    while isEnd(bytes.last) { bytes.removeLast() }
    if !bytes.isEmpty { bytes.append(CSVField.lineFeed) }
  }

  /// How far whole records reach.
  private struct Extent {
    /// Behind the last byte of the last of them.
    var end = 0
    /// How many there are.
    var rows = 0
    /// On how many lines.
    var lines = 0
  }

  /// How far the whole records at the beginning of some bytes reach. Empty lines behind them are left
  /// for the next records, as they mean nothing where there are none.
  private static func extent(of bytes: Span<UInt8>) -> Extent {
    var extent = Extent()
    if count(of: CSVField.quote, in: bytes) == 0 {
      extent.end = bytes.count
      while extent.end > 0, bytes[extent.end - 1] != CSVField.lineFeed { extent.end -= 1 }
      extent.rows = count(of: CSVField.lineFeed, in: bytes.extracting(0..<extent.end))
      extent.lines = extent.rows
    } else {
      var (isQuoted, lines, rows) = (false, 0, 0)
      for place in bytes.indices {
        if bytes[place] == CSVField.quote { isQuoted.toggle() }
        guard bytes[place] == CSVField.lineFeed else { continue }
        lines += 1
        if isQuoted { continue }
        rows += 1
        extent = Extent(end: place + 1, rows: rows, lines: lines)
      }
    }
    while let start = emptyLine(bytes, endingAt: extent.end) {
      extent = Extent(end: start, rows: extent.rows - 1, lines: extent.lines - 1)
    }
    return extent
  }

  /// Where the empty line begins that ends before a place; nil where none does.
  private static func emptyLine(_ bytes: Span<UInt8>, endingAt end: Int) -> Int? {
    guard end > 0 else { return nil }
    var start = end - 1
    if start > 0, bytes[start - 1] == CSVField.carriageReturn { start -= 1 }
    return start == 0 || bytes[start - 1] == CSVField.lineFeed ? start : nil
  }

  /// How many bytes are equal to one, eight at a time.
  private static func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
    let raw = bytes.bytes
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var total = 0
    var start = 0
    while start &+ 8 <= bytes.count {
      // The highest bit of each byte is left where the byte is 0, as it is where both are equal.
      let differences = raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self) ^ pattern
      total &+= (~(((differences & low) &+ low) | differences | low)).nonzeroBitCount
      start &+= 8
    }
    for place in start..<bytes.count where bytes[place] == byte { total += 1 }
    return total
  }
}
