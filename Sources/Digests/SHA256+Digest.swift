extension SHA256 {
  /// What bytes hash to: 32 bytes.
  public struct Digest: Hashable, Sendable {
    /// The bytes, eight to a number, the first the most significant.
    private let words: SIMD4<UInt64>

    /// A digest whose bytes lie so in memory.
    init(bigEndian words: SIMD4<UInt64>) {
      self.words = SIMD4(
        words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian)
    }

    /// The first 64 bits.
    public var short: ShortDigest { ShortDigest(words[0]) }

    /// The bytes.
    public var bytes: [UInt8] {
      (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
    }

    /// The 64 hexadecimal digits, in lower case.
    public var hexadecimal: String {
      var text: [UInt8] = []
      text.reserveCapacity(64)
      for index in 0..<4 {
        for shift in stride(from: 60, through: 0, by: -4) {
          let digit = UInt8(truncatingIfNeeded: words[index] >> UInt64(shift) & 15)
          text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
