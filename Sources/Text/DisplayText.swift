/// Text as a terminal shows it.
public enum DisplayText {
  /// A text as one line that is safe to print: what would move the cursor, change colours or
  /// reorder text is written out as an escape.
  public static func printable(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { printable, scalar in
      switch scalar {
      case "\n": printable += "\\n"
      case "\r": printable += "\\r"
      case "\t": printable += "\\t"
      default: printable += escape(of: scalar) ?? String(scalar)
      }
    }
  }

  /// What is printed in place of a scalar that must not reach a terminal; nil for any other.
  public static func escape(of scalar: Unicode.Scalar) -> String? {
    let isHarmful =
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
      default: false
      }
    return isHarmful ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : nil
  }

  /// How many columns a text takes: two for wide characters, none for combining ones.
  public static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// How many columns a scalar takes.
  ///
  /// The wide ranges are those of Unicode's East Asian Width (UAX 11), neighbours joined.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18DFF,
      0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// The beginning of a text that takes at most so many columns, `…` in place of what is cut off.
  public static func cut(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    var beginning = ""
    var used = 0
    for character in text {
      let size = columns(of: String(character))
      if used + size > width - 1 { break }
      beginning.append(character)
      used += size
    }
    return width < 1 ? "" : beginning + "…"
  }

  /// A text with spaces before it up to a width.
  public static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(of: text))) + text
  }

  /// A text with spaces after it up to a width.
  public static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }
}
