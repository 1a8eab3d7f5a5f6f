internal import ArgumentParser

/// A spec to begin with.
enum SpecTemplate: String, CaseIterable, ExpressibleByArgument {
  case xor
  case csv
  case sweep

  /// A file that a template makes.
  struct File {
    /// Its name.
    let name: String
    /// What is in it.
    let content: String
  }

  /// The files, the spec last.
  ///
  /// - Parameters:
  ///   - spec: the name of the spec's file.
  ///   - stem: that name without its ending.
  ///   - modeline: what the spec begins with.
  func files(spec: String, stem: String, modeline: String) -> [File] {
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
