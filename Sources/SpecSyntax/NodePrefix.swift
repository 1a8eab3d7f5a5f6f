/// The anchor and tag written before a node, found again in the text.
///
/// libyaml says that they are there and where the whole begins, not where each of them stands.
struct NodePrefix {
  /// Where the tag is written, if there is one.
  private(set) var tag: Range<Int>?

  /// Where the anchor is written, if there is one.
  private(set) var anchor: Range<Int>?

  /// Where the node's own text begins.
  let content: Int

  /// Finds the `marks` of the node that an event says covers `bytes`.
  init(_ marks: NodeMarks, in source: SourceText, bytes: Range<Int>) {
    let count = (marks.anchor == nil ? 0 : 1) + (marks.hasTag ? 1 : 0)
    var offset = bytes.lowerBound
    for _ in 0..<count {
      let mark = Self.mark(in: source, from: offset)
      if source.bytes[offset] == UInt8(ascii: "!") { tag = mark } else { anchor = mark }
      offset = min(source.contentStart(from: mark.upperBound), bytes.upperBound)
    }
    content = offset
  }

  /// The stretch of the mark that begins at `start`: `&name`, `!tag` or `!<tag>`.
  static func mark(in source: SourceText, from start: Int) -> Range<Int> {
    let isVerbatim = source.bytes[start...].starts(with: "!<".utf8)
    let stops = Array((isVerbatim ? ">" : ",[]{}").utf8)
    var end = start
    while end < source.bytes.count {
      if source.isBlank(at: end) || source.breakLength(at: end) > 0 { break }
      if stops.contains(source.bytes[end]) {
        if isVerbatim { end += 1 }
        break
      }
      end += 1
    }
    return start..<end
  }
}
