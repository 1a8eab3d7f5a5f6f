extension SourceText {
  /// The first thing that makes the bytes no text a spec can be: too many, not UTF-8, a control
  /// character.
  ///
  /// Complexity: O(bytes).
  func fault(limits: SyntaxLimits) -> Diagnostic? {
    if bytes.count > limits.bytes {
      return .tooLarge(limits.bytes, at: site(limits.bytes..<bytes.count))
    }
    if let encoding = wideEncoding { return .wideEncoding(encoding, at: site(0..<0)) }
    var offset = Self.byteOrderMark(of: bytes)
    while offset < bytes.count {
      if (0x20..<0x7F).contains(bytes[offset]) {
        offset += 1
        continue
      }
      guard let scalar = bytes.scalar(at: offset) else {
        return .notUTF8(legacyCharacter(at: offset), at: site(offset..<offset + 1))
      }
      let next = offset + scalar.utf8Length
      if !Self.isAllowed(scalar) { return .controlCharacter(scalar, at: site(offset..<next)) }
      offset = next
    }
    return nil
  }

  /// A stretch of this text.
  func site(_ bytes: Range<Int>) -> SourceSite { SourceSite(source: self, bytes: bytes) }

  /// The name of the UTF-16 or UTF-32 form the bytes are in, told by their mark or their NULs.
  private var wideEncoding: String? {
    let head = Array(bytes.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard head.count == 4 else { return nil }
    switch head.map({ $0 == 0 }) {
    case [false, true, true, true], [true, true, true, false]: return "UTF-32"
    case [false, true, false, true], [true, false, true, false]: return "UTF-16"
    default: return nil
    }
  }

  /// The character a lone byte would be in Latin-1 or Windows-1252, if it looks like one of theirs.
  ///
  /// A sequence that begins well is cut-off UTF-8 rather than that.
  private func legacyCharacter(at offset: Int) -> Unicode.Scalar? {
    let isFollowed = offset + 1 < bytes.count && isContinuation(bytes[offset + 1])
    switch bytes[offset] {
    case 0xA0...0xFF where !isFollowed: return Unicode.Scalar(bytes[offset])
    case 0x85: return "…"
    case 0x91: return "‘"
    case 0x92: return "’"
    case 0x93: return "“"
    case 0x94: return "”"
    case 0x96: return "–"
    case 0x97: return "—"
    default: return nil
    }
  }

  /// Whether YAML allows a character: no controls but tab and line breaks, no byte-order mark.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: true
    case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
