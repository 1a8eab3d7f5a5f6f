internal import Vocabulary

/// Data in files of one array each.
public struct ArrayFiles: Hashable, Sendable {
  /// How the files are written; the raw values are the keys of specs.
  public enum Format: String, CaseIterable, Sendable {
    /// As NumPy does.
    case npy
    /// As MNIST's are, plain or by gzip.
    case idx

    /// The endings of files that are known as such by their path alone.
    var endings: [String] {
      switch self {
      case .npy: [".npy"]
      case .idx: [".idx", ".idx.gz"]
      }
    }
  }

  /// Which files there are.
  public enum Paths: Hashable, Sendable {
    /// One array, whose last column is the target.
    case table(String)
    /// One array of inputs and one of targets.
    case pair(inputs: String, targets: String)
  }

  /// How they are written.
  public let format: Format
  /// The files, as the spec writes them.
  public let paths: Paths
  /// What the files' content must hash to; nil where the spec does not say.
  public let digest: String?

  /// Names files.
  public init(_ format: Format, _ paths: Paths, digest: String? = nil) {
    self.format = format
    self.paths = paths
    self.digest = digest
  }

  /// The files that a value of the field `dataset` names; nil if it names none of this kind.
  init?(_ value: SpecValue) {
    if let path = value.asText {
      let name = path.lowercased()
      guard
        let format = Format.allCases.first(where: { $0.endings.contains(where: name.hasSuffix) })
      else { return nil }
      self.init(format, .table(path))
      return
    }
    guard let format = Format.allCases.first(where: { value[$0.rawValue] != nil }),
      let files = value[format.rawValue]
    else { return nil }
    let digest = value["digest"]?.asText
    if let path = files.asText {
      self.init(format, .table(path), digest: digest)
    } else if let inputs = files["inputs"]?.asText, let targets = files["targets"]?.asText {
      self.init(format, .pair(inputs: inputs, targets: targets), digest: digest)
    } else {
      return nil
    }
  }

  /// The same files with what their content must hash to, or without.
  public func withDigest(_ digest: String?) -> ArrayFiles {
    ArrayFiles(format, paths, digest: digest)
  }

  /// The canonical form: `{npy: x.npy, digest: …}`.
  var specValue: SpecValue {
    let files: SpecValue =
      switch paths {
      case .table(let path): .text(path)
      case .pair(let inputs, let targets):
        .mapping([
          SpecValue.Member("inputs", .text(inputs)), SpecValue.Member("targets", .text(targets)),
        ])
      }
    return .mapping(
      [SpecValue.Member(format.rawValue, files)]
        + (digest.map { [SpecValue.Member("digest", .text($0))] } ?? []))
  }
}
