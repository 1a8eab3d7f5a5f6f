/// A stretch of a text that a diagnostic can point at; lines and columns are found when asked for.
public struct SourceSite: Hashable, Sendable {
  /// The text pointed into.
  public let source: SourceText

  /// The first byte's offset.
  private let start: UInt32

  /// The offset of the byte after the last.
  private let end: UInt32

  /// Points at `bytes` of `source`, as far as they are in it; an empty range points between two
  /// characters.
  public init(source: SourceText, bytes: Range<Int>) {
    let bytes = bytes.clamped(to: 0..<source.bytes.count)
    self.source = source
    self.start = UInt32(clamping: bytes.lowerBound)
    self.end = UInt32(clamping: bytes.upperBound)
  }

  /// The stretch as byte offsets.
  public var bytes: Range<Int> { Int(start)..<Int(end) }

  /// The stretch as positions.
  ///
  /// Complexity: O(log lines + the columns).
  public var range: Range<SourcePosition> {
    source.position(at: Int(start))..<source.position(at: Int(end))
  }

  /// The text pointed at, with anything that is not UTF-8 replaced.
  public var text: String { String(decoding: source.bytes[bytes], as: UTF8.self) }
}

extension SourceSite {
  /// What a message says was found here: the text in quotes, or that there is none left.
  var phrase: String { bytes.isEmpty ? "the end of the text" : quoted(text) }
}

extension SourceSite: CustomStringConvertible {
  /// The site as compilers write it: `experiments/xor.yaml:3:12`.
  public var description: String { "\(source.name):\(range.lowerBound)" }
}
