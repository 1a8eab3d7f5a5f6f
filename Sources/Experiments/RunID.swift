internal import Crypto

/// The name of a run: 16 letters from `k` to `z`, made of everything that decides the run's bytes.
///
/// The letters are hexadecimal digits counted from the end of the alphabet (`z` is 0, `k` is f), so
/// that no reader takes an id for a number.
public struct RunID: Hashable, Sendable, CustomStringConvertible {
  /// The first 64 bits of the digest.
  private let digits: UInt64

  /// The id of a run with this canonical spec.
  public init(canonicalSpec: String) { self.init(canonicalSpec: Array(canonicalSpec.utf8)) }

  /// The id of a run whose canonical spec has these bytes.
  public init(canonicalSpec: [UInt8]) {
    self.init(hashing: Self.preamble + canonicalSpec)
  }

  /// The id of a run whose canonical spec is these bytes after the preamble.
  init(hashing bytes: [UInt8]) {
    digits = SHA256.hash(data: bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// What is hashed before a canonical spec.
  static let preamble = Array("nn-run numerics \(Numerics.version)\n".utf8)

  /// The id that these letters are; nil if they are no id.
  public init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ (0x6B...0x7A).contains($0) }) else {
      return nil
    }
    digits = text.utf8.reduce(0) { $0 << 4 | UInt64(0x7A - $1) }
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
      text.append(0x7A - UInt8(truncatingIfNeeded: digits >> UInt64(shift) & 15))
    }
  }
}

/// The first 16 digits of a digest, as letters from `z` (0) to `k` (15).
public func reverseHexadecimal(_ digest: some Sequence<UInt8>) -> String {
  let letters = digest.prefix(8).flatMap { [0x7A - ($0 >> 4), 0x7A - ($0 & 15)] }
  return String(decoding: letters, as: UTF8.self)
}

/// The version of the arithmetic, which every run id depends on.
public enum Numerics {
  /// Raised by any change that moves a bit of any result.
  public static let version = 2
}
