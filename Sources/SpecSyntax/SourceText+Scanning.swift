extension SourceText {
  /// The offset of the first byte at or after `offset` that is neither blank nor in a comment.
  func contentStart(from offset: Int) -> Int {
    var offset = offset
    var isInComment = false
    while offset < bytes.count {
      let lineBreak = breakLength(at: offset)
      if lineBreak > 0 {
        isInComment = false
      } else if bytes[offset] == UInt8(ascii: "#") {
        isInComment = true
      } else if !isInComment && !isBlank(at: offset) {
        break
      }
      offset += max(lineBreak, 1)
    }
    return offset
  }

  /// The end of the stretch that begins at `start`, without the blanks and breaks at its end.
  func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound && (isBlank(at: end - 1) || breakLength(at: end - 1) > 0) {
      end -= 1
    }
    return end
  }

  /// Whether a space or a tab stands at `offset`.
  func isBlank(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
  }

  /// The bytes of the line break at `offset`, as YAML 1.1 counts breaks, or 0.
  func breakLength(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A, 0x0D: return 1
    case 0xC2 where bytes[offset...].starts(with: [0xC2, 0x85]): return 2
    case 0xE2:
      let rest = bytes[offset...]
      return rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: return 0
    }
  }

  /// Whether `offset` is at the start of a line, where YAML puts document marks and directives.
  func isLineStart(_ offset: Int) -> Bool {
    position(at: offset).column == 1
  }

  /// What stands at `offset`: a punctuation mark, or a word up to a blank or a punctuation mark.
  func word(at offset: Int) -> Range<Int> {
    let stops = Array(" \t\r\n,:[]{}\"'#".utf8)
    var end = offset
    while end < bytes.count && !stops.contains(bytes[end]) { end += 1 }
    return offset..<(end == offset ? min(end + 1, bytes.count) : end)
  }

  /// The stretch of up to `count` characters from `offset` on.
  func characters(_ count: Int, from offset: Int) -> Range<Int> {
    var end = offset
    for _ in 0..<count where end < bytes.count {
      end += bytes.scalar(at: end)?.utf8Length ?? 1
    }
    return offset..<end
  }

  /// The blanks at the start of a line.
  func indentation(ofLine number: Int) -> Int {
    content(ofLine: number).lowerBound - line(number).lowerBound
  }

  /// What a line holds, without its indentation, its comment and blanks at its end.
  func content(ofLine number: Int) -> Range<Int> {
    let line = line(number)
    let start = bytes[line].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.upperBound
    var end = start
    while end < line.upperBound {
      let begins = end == start || isBlank(at: end - 1)
      if bytes[end] == UInt8(ascii: "#") && begins { break }
      end += 1
    }
    return start..<trimmedEnd(of: start..<end)
  }
}
