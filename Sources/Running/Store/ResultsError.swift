public import Files
public import RunRecords

/// Why results cannot be had or changed.
public enum ResultsError: Error, Sendable {
  /// Something that was asked for is not there; a sentence that says so.
  case missing(String)
  /// Something is there, and not as nn-run leaves it; a sentence that says so.
  case altered(String)
  /// A word may mean several things; a sentence that says so.
  case ambiguous(String)
  /// Another process works there; a sentence that says so.
  case occupied(String)
  /// The operating system would not do something.
  case file(FileError)
  /// A spec that was left beside results, or its data, cannot be read.
  case spec(SpecFailure)

  /// A run is not to be had as it was left.
  public init(_ fault: SavedRun.Fault, _ folder: String) {
    switch fault {
    case .file(let error): self = .missing(error.description)
    case .noRun: self = .missing("\(folder) is no folder of a run that has finished")
    case .missing(let name):
      self = .missing("\(folder)/\(name) is missing; run the spec again to train it anew")
    case .altered(let name):
      self = .altered(
        "\(folder)/\(name) is not as the run left it; run the spec again to train it anew")
    }
  }
}
