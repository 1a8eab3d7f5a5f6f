internal import CSHA256

/// A running SHA-256: a value, whose copies go on by themselves and take no memory of the heap.
///
/// Source: FIPS 180-4.
public struct SHA256: Sendable {
  private var state = sha256_state()

  /// A hash of no bytes.
  public init() { sha256_begin(&state) }

  /// Adds bytes behind those before.
  public mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { sha256_add(&state, $0.baseAddress, $0.count) }
  }

  /// Adds bytes behind those before.
  public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// What the bytes so far hash to; more may follow.
  public func finalize() -> Digest {
    var state = state
    var words = InlineArray<4, UInt64>(repeating: 0)
    withUnsafeMutableBytes(of: &words) { bytes in
      sha256_end(&state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return Digest(bigEndian: words)
  }

  /// What some bytes hash to.
  public static func hash(_ bytes: Span<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }
}
