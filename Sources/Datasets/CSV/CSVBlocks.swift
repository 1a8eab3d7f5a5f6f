internal import Files
internal import SystemPackage

/// Hands out a file block by block, so that its bytes are never in memory as a whole.
struct CSVBlocks: ~Copyable, Sendable {
  /// What the file hashes to, once its blocks have been added.
  let digest = CSVDigest()
  private let file: InputFile
  /// How many bytes have not been read.
  private var rest: Int
  /// The beginning of a record whose end has not been read.
  private var carry: [UInt8] = []
  /// The line that comes next, counted from 1.
  private var line = 1
  /// How many blocks have been made.
  private var count = 0

  /// How many bytes the file has.
  var size: Int { file.size }

  /// How many bytes are read at once: few enough for a second cache.
  private static let chunkSize = 1 << 19
  /// More bytes than a record that is meant has: beyond them a quote was left open.
  private static let longestRecord = 1 << 24

  /// Opens a file.
  init(_ path: FilePath) throws(CSVFault) {
    do throws(FileError) {
      file = try InputFile(path)
    } catch {
      throw .reading(.file(error))
    }
    rest = file.size
  }

  /// The next records; nil where there are no more.
  ///
  /// - Parameter memory: the bytes of a block that nobody needs any more, or none; left empty.
  mutating func next(reusing memory: inout [UInt8]) throws(CSVFault) -> CSVBlock? {
    if rest == 0 && carry.isEmpty { return nil }
    // Bytes that have two owners would be copied.
    var bytes = memory
    memory = []
    let start = carry.count
    var end = start
    makeRoom(in: &bytes, behind: end)
    bytes.replaceSubrange(0..<end, with: carry)
    while rest > 0 {
      makeRoom(in: &bytes, behind: end)
      end = try readChunk(into: &bytes, from: end)
      let read = start..<end
      if rest == 0, bytes[end - 1] != CSVField.lineFeed {
        bytes[end] = CSVField.lineFeed
        end += 1
      }
      let extent = CSVExtent(of: bytes.span.extracting(..<end))
      if extent.end > 0 {
        carry = Array(bytes[extent.end..<end])
        return block(bytes, extent, read: read)
      }
      guard end < Self.longestRecord else { throw .longRecord(line: line) }
    }
    // Empty lines, or a record with a quote too many or too few, which is told of by whoever reads it.
    carry = []
    let isEmpty = bytes[..<end].allSatisfy {
      $0 == CSVField.lineFeed || $0 == CSVField.carriageReturn
    }
    let last = block(bytes, CSVExtent(end: end, rows: 1, lines: 1), read: start..<end)
    guard isEmpty else { return last }
    digest.add(last)
    return nil
  }

  /// Makes room for a chunk, or for what is left of the file, and for the line feed that the last line may
  /// lack. The longer a record is, the larger its chunks, as all of it is looked at again with each.
  private func makeRoom(in bytes: inout [UInt8], behind end: Int) {
    let missing = end + 2 - bytes.count
    if missing > 0 {
      let chunk = max(Self.chunkSize, min(end, Self.longestRecord - end))
      bytes += repeatElement(0, count: missing + min(rest, chunk))
    }
  }

  /// Reads as much as there is room for but one byte.
  ///
  /// - Returns: where the bytes read end.
  private mutating func readChunk(
    into bytes: inout [UInt8], from start: Int
  ) throws(CSVFault) -> Int {
    let range = start..<min(start + rest, bytes.count - 1)
    let count: Int
    do throws(FileError) {
      count = try file.read(into: &bytes, at: range)
    } catch {
      throw .reading(.file(error))
    }
    guard count == range.count else { throw .reading(.shrunk) }
    rest -= count
    return range.upperBound
  }

  /// Counts a block.
  private mutating func block(
    _ bytes: [UInt8], _ extent: CSVExtent, read: Range<Int>
  ) -> CSVBlock {
    defer {
      line += extent.lines
      count += 1
    }
    return CSVBlock(
      bytes: bytes, records: 0..<extent.end, line: line, rows: extent.rows, number: count,
      read: read)
  }
}
