/// Text of an XML document.
enum XML {
  /// A text as the content of an element or, with line ends and tabs kept, of an attribute.
  ///
  /// Signs that XML 1.0 does not allow (section 2.2), such as most control characters, become U+FFFD.
  static func escaped(_ text: String, inAttribute isAttribute: Bool = false) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where isAttribute: escaped += "&quot;"
      case "\n" where isAttribute, "\t" where isAttribute: escaped += "&#\(scalar.value);"
      case "\r": escaped += "&#13;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A tag that begins an element, or is all of it, without its brackets.
  static func tag(_ name: String, _ attributes: [(name: String, value: String)]) -> String {
    attributes.reduce(name) {
      $0 + " \($1.name)=\"\(escaped($1.value, inAttribute: true))\""
    }
  }
}
