internal import Digests
internal import Experiments

extension RunSummary {
  /// The 16 letters that stand for every bit of the result: the loss curve and the saved weights.
  ///
  /// - Parameter curve: the hash of all bytes of the loss curve.
  static func digest(of weights: [Tensor], after curve: SHA256) -> String {
    var hash = curve
    for tensor in weights { hash.update(tensor.bytes) }
    return hash.finalize().short.description
  }

  /// A file of the run with its digest.
  public struct FileDigest: Hashable, Sendable {
    /// The name in the run's folder.
    public let name: String
    /// The SHA-256: 64 hexadecimal digits.
    public let sha256: String

    /// A file with these digits.
    init(_ name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }

    /// A file with this digest.
    init(_ name: String, _ digest: SHA256.Digest) {
      self.init(name, sha256: digest.hexadecimal)
    }

    /// A file with these bytes.
    init(_ name: String, of bytes: [UInt8]) { self.init(name, SHA256.hash(bytes.span)) }
  }
}
