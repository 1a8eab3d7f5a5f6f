internal import Digests

/// The name of a run: 16 letters from `k` to `z`, made of everything that decides the run's bytes.
public struct RunID: Hashable, Sendable, CustomStringConvertible {
  /// What those hash to.
  private let digest: ShortDigest

  /// The id of a run with this canonical spec.
  public init(canonicalSpec: String) { self.init(canonicalSpec: Array(canonicalSpec.utf8)) }

  /// The id of a run whose canonical spec has these bytes.
  public init(canonicalSpec: [UInt8]) {
    self.init(hashing: Self.preamble + canonicalSpec)
  }

  /// The id of a run whose canonical spec is these bytes after the preamble.
  init(hashing bytes: [UInt8]) { digest = SHA256.hash(bytes.span).short }

  /// What is hashed before a canonical spec.
  static let preamble = Array("nn-run numerics \(Numerics.version)\n".utf8)

  /// The id that these letters are; nil if they are no id.
  public init?(_ text: String) {
    guard let digest = ShortDigest(text) else { return nil }
    self.digest = digest
  }

  /// The letters.
  public var description: String { digest.description }

  /// Appends the letters to a text in UTF-8.
  public func append(to text: inout [UInt8]) { digest.append(to: &text) }
}

/// The version of the arithmetic, which every run id depends on.
public enum Numerics {
  /// Raised by any change that moves a bit of any result.
  public static let version = 2
}
