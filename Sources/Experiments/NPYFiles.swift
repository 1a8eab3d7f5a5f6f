internal import Vocabulary

/// Data in NumPy's files of arrays.
public struct NPYFiles: Hashable, Sendable {
  /// Which files there are.
  public enum Paths: Hashable, Sendable {
    /// One array, whose last column is the target.
    case table(String)
    /// One array of inputs and one of targets.
    case pair(inputs: String, targets: String)
  }

  /// The files, as the spec writes them.
  public let paths: Paths
  /// What the files' content must hash to; nil where the spec does not say.
  public let digest: String?

  /// Names files.
  public init(_ paths: Paths, digest: String? = nil) {
    self.paths = paths
    self.digest = digest
  }

  /// The files that a value of the field `dataset` names; nil if it names none of this kind.
  init?(_ value: SpecValue) {
    if let path = value.asText {
      guard path.lowercased().hasSuffix(".npy") else { return nil }
      self.init(.table(path))
      return
    }
    guard let npy = value["npy"] else { return nil }
    let digest = value["digest"]?.asText
    if let path = npy.asText {
      self.init(.table(path), digest: digest)
    } else if let inputs = npy["inputs"]?.asText, let targets = npy["targets"]?.asText {
      self.init(.pair(inputs: inputs, targets: targets), digest: digest)
    } else {
      return nil
    }
  }

  /// The canonical form: `{npy: x.npy, digest: …}`.
  var specValue: SpecValue {
    let npy: SpecValue =
      switch paths {
      case .table(let path): .text(path)
      case .pair(let inputs, let targets):
        .mapping([
          SpecValue.Member("inputs", .text(inputs)), SpecValue.Member("targets", .text(targets)),
        ])
      }
    return .mapping(
      [SpecValue.Member("npy", npy)]
        + (digest.map { [SpecValue.Member("digest", .text($0))] } ?? []))
  }
}
