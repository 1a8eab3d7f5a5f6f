/// The text of a spec, or of a `--set` argument, with the name its diagnostics show.
///
/// The bytes may be anything: whether they are valid text is for `SyntaxTree` to say.
public final class SourceText: Sendable {
  /// What diagnostics call the text: `experiments/xor.yaml`, `--set`.
  public let name: String

  /// The text as it was given, a byte-order mark included.
  public let bytes: [UInt8]

  /// Where each line starts, in bytes, ascending; never empty.
  private let lineStarts: [UInt32]

  /// Makes a text from the bytes of a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lineStarts = Self.lineStarts(of: bytes)
  }

  /// Makes a text from a string, such as an argument.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// How many lines there are; a break at the end begins an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The position of the byte at `offset`, which is brought into the text where it lies outside.
  ///
  /// Complexity: O(log lines + the column).
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(at: offset)
    let start = Int(lineStarts[line])
    let column = offset <= start ? 0 : bytes[start..<offset].count { !isContinuation($0) }
    return SourcePosition(line: line + 1, column: column + 1, offset: offset)
  }

  /// The bytes of the line numbered `number` (from 1), without its break.
  ///
  /// Precondition: the text has such a line.
  public func line(_ number: Int) -> Range<Int> {
    let start = Int(lineStarts[number - 1])
    guard number < lineCount else { return start..<bytes.count }
    var end = Int(lineStarts[number]) - 1
    if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The index of the last line that starts at or before `offset`, or 0.
  private func lineIndex(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Finds where lines start, as editors count them: after LF, CR LF or a lone CR.
  ///
  /// YAML 1.1 also breaks lines at NEL, LS and PS, which editors do not; positions here come from
  /// byte offsets and never from libyaml's own line counts, so both may differ without harm.
  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts = [UInt32(byteOrderMark(of: bytes))]
    for (offset, byte) in bytes.enumerated() {
      let breaks =
        byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
      if breaks { starts.append(UInt32(offset + 1)) }
    }
    return starts
  }

  /// The length of the UTF-8 byte-order mark at the start of `bytes`: 3 or 0.
  static func byteOrderMark(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

extension SourceText: Hashable {
  /// Whether two texts have the same name and the same bytes.
  public static func == (left: SourceText, right: SourceText) -> Bool {
    left === right || (left.name == right.name && left.bytes == right.bytes)
  }

  /// Hashes the name alone, which is short.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

/// Whether a byte continues a UTF-8 sequence begun before it.
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
