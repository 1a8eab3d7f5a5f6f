internal import Vocabulary

/// Data in an archive of NumPy's arrays.
public struct NPZFile: Hashable, Sendable {
  /// Which arrays of an archive are read, by their names in it.
  public struct Arrays: Hashable, Sendable {
    /// The one of inputs.
    public let inputs: String
    /// The one of targets.
    public let targets: String

    /// Names arrays.
    public init(inputs: String, targets: String) {
      self.inputs = inputs
      self.targets = targets
    }
  }

  /// How files end that are known as such by their path alone.
  static let ending = ".npz"

  /// The file, as the spec writes it.
  public let path: String
  /// Which arrays are read; nil where the spec does not say, as it must.
  public let arrays: Arrays?
  /// What the file's content must hash to; nil where the spec does not say.
  public let digest: String?

  /// Names a file.
  public init(_ path: String, _ arrays: Arrays?, digest: String? = nil) {
    self.path = path
    self.arrays = arrays
    self.digest = digest
  }

  /// The file that a value of the field `dataset` names; nil if it names none of this kind.
  init?(_ value: SpecValue) {
    if let path = value.asText {
      guard path.lowercased().hasSuffix(Self.ending) else { return nil }
      self.init(path, nil)
      return
    }
    guard let path = value["npz"]?.asText, let inputs = value["inputs"]?.asText,
      let targets = value["targets"]?.asText
    else { return nil }
    self.init(
      path, Arrays(inputs: inputs, targets: targets), digest: value["digest"]?.asText)
  }

  /// The same file with what its content must hash to, or without.
  public func withDigest(_ digest: String?) -> NPZFile { NPZFile(path, arrays, digest: digest) }

  /// The canonical form: `{npz: data.npz, inputs: x, targets: y, digest: …}`.
  var specValue: SpecValue {
    guard let arrays else { return .text(path) }
    return .mapping(
      [
        SpecValue.Member("npz", .text(path)), SpecValue.Member("inputs", .text(arrays.inputs)),
        SpecValue.Member("targets", .text(arrays.targets)),
      ] + (digest.map { [SpecValue.Member("digest", .text($0))] } ?? []))
  }
}
