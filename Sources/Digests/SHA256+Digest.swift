extension SHA256 {
  /// What bytes hash to: 32 bytes.
  public struct Digest: Hashable, Sendable {
    /// The bytes, eight to a number, the first the most significant. (No vector: it would be copied by a
    /// function that the kernels of newer processors may have too, in their own instructions.)
    private let (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64)

    /// A digest whose bytes lie so in memory.
    init(bigEndian words: InlineArray<4, UInt64>) {
      (first, second) = (words[0].bigEndian, words[1].bigEndian)
      (third, fourth) = (words[2].bigEndian, words[3].bigEndian)
    }

    /// The words one after another.
    private var words: InlineArray<4, UInt64> { [first, second, third, fourth] }

    /// The first 64 bits.
    public var short: ShortDigest { ShortDigest(first) }

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
