extension SpecValue {
  /// The value in YAML's flow form, in the one spelling that canonical files use.
  ///
  /// Numbers are the shortest decimals of their values (`0.10` is `0.1`, `1.0` is `1`); texts are
  /// plain where YAML reads them back as the same text, else in double quotes.
  public var text: String {
    switch self {
    case .integer(let integer): String(integer)
    case .number(let number): Self.shortestDecimal(number)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .text(let text): Self.isPlain(text) ? text : Self.quoted(text)
    case .list(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .mapping(let members):
      "{" + members.map { "\(Self.text($0.key).text): \($0.value.text)" }.joined(separator: ", ")
        + "}"
    }
  }

  /// The shortest decimal that reads back as the number: `1`, `0.5`, `1e-6`, `1e20`.
  private static func shortestDecimal(_ number: Double) -> String {
    let parts = (number == 0 ? 0 : number).description.split(separator: "e")
    let digits = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    guard parts.count == 2, let exponent = Int(parts[1]) else { return String(digits) }
    return "\(digits)e\(exponent)"
  }

  /// Whether a text may stand unquoted: letters, digits and `._/-`, starting with a letter, and no
  /// word that a YAML reader could take for a boolean or a null.
  private static func isPlain(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    guard let first = text.utf8.first, isLetter(first), !reserved.contains(text.lowercased())
    else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || "._/-".utf8.contains(byte)
    }
  }

  /// A text in double quotes, with YAML's escapes for what may not stand there as it is.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value):
        quoted += "\\x" + hexadecimal(scalar.value, digits: 2)
      case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        quoted += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A number in hexadecimal, with zeros before it up to so many digits.
  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
