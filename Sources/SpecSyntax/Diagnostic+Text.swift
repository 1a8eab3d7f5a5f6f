/// What can be wrong with the bytes of a text, before it is read as YAML.
extension Diagnostic {
  /// The text has more bytes than allowed.
  static func tooLarge(_ limit: Int, at site: SourceSite) -> Diagnostic {
    let size = limit == 1 << 20 ? "1 MiB" : "\(limit) bytes"
    return .error("the text is larger than \(size)", at: site)
  }

  /// The text is in UTF-16 or UTF-32.
  static func wideEncoding(_ name: String, at site: SourceSite) -> Diagnostic {
    .error("the text is \(name); save it as UTF-8", at: site)
  }

  /// A byte is not UTF-8; `legacy` is what it would be in the encodings of old.
  static func notUTF8(_ legacy: Unicode.Scalar?, at site: SourceSite) -> Diagnostic {
    let note = legacy.map {
      Note("the byte would be \"\($0)\" in Latin-1 or Windows-1252; save the text as UTF-8")
    }
    let fallback = Note("the text may be cut off or damaged here; save it as UTF-8")
    return .error("this byte is not valid UTF-8", at: site, notes: [note ?? fallback])
  }

  /// A character that no text should contain.
  static func controlCharacter(_ scalar: Unicode.Scalar, at site: SourceSite) -> Diagnostic {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let kind = scalar == "\u{FEFF}" ? "byte-order mark" : "control character"
    return .error("the \(kind) U+\(code) is not allowed; remove it", at: site)
  }
}
