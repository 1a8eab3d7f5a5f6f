/// A spec to begin with.
public enum SpecTemplate: String, CaseIterable, Sendable {
  /// The smallest spec.
  case xor
  /// A spec for a file of comma-separated values, with such a file.
  case csv
  /// A spec of many runs.
  case sweep

  /// A file that a template makes.
  public struct File: Sendable {
    /// Its name.
    public let name: String
    /// What is in it.
    public let content: String
  }

  /// The files, the spec last.
  ///
  /// - Parameters:
  ///   - spec: the name of the spec's file.
  ///   - stem: that name without its ending.
  ///   - modeline: what the spec begins with.
  public func files(spec: String, stem: String, modeline: String) -> [File] {
    switch self {
    case .xor: [File(name: spec, content: modeline + Self.xorSpec)]
    case .csv:
      [
        File(name: "\(stem).csv", content: Self.csvData),
        File(name: spec, content: modeline + Self.csvSpec(data: "\(stem).csv")),
      ]
    case .sweep: [File(name: spec, content: modeline + Self.sweepSpec)]
    }
  }
}
