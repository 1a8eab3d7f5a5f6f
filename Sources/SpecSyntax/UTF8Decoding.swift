extension Array<UInt8> {
  /// The Unicode scalar whose UTF-8 form begins at `offset`, or nil if none does.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    let lead = self[offset]
    let (length, smallest): (Int, UInt32)
    switch lead {
    case 0x00...0x7F: return Unicode.Scalar(lead)
    case 0xC0...0xDF: (length, smallest) = (2, 0x80)
    case 0xE0...0xEF: (length, smallest) = (3, 0x800)
    case 0xF0...0xF7: (length, smallest) = (4, 0x1_0000)
    default: return nil
    }
    guard offset + length <= count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in self[offset + 1..<offset + length] {
      guard isContinuation(byte) else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return value < smallest ? nil : Unicode.Scalar(value)
  }
}

extension Unicode.Scalar {
  /// How many bytes the scalar takes in UTF-8.
  var utf8Length: Int { UTF8.width(self) }
}
