/// The first 64 bits of a SHA-256, written as 16 letters from `k` to `z`.
///
/// The letters are hexadecimal digits counted from the end of the alphabet (`z` is 0, `k` is f), so
/// that no reader takes them for a number.
public struct ShortDigest: Hashable, Sendable, CustomStringConvertible {
  /// The bits, the first the most significant.
  public let bits: UInt64

  /// A digest of these bits.
  init(_ bits: UInt64) { self.bits = bits }

  /// The digest that these letters are; nil if they are none.
  public init?(_ letters: String) {
    guard letters.utf8.count == 16, letters.utf8.allSatisfy({ (0x6B...0x7A).contains($0) }) else {
      return nil
    }
    bits = letters.utf8.reduce(0) { $0 << 4 | UInt64(0x7A - $1) }
  }

  /// The letters.
  public var description: String {
    var letters: [UInt8] = []
    append(to: &letters)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Appends the letters to a text in UTF-8.
  public func append(to text: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      text.append(0x7A - UInt8(truncatingIfNeeded: bits >> UInt64(shift) & 15))
    }
  }
}
