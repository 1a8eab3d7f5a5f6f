public import RunRecords

/// What came of making a finished run, or a table of an experiment, again.
public enum Verdict: Error, Sendable {
  /// Every file is the same.
  case same
  /// These files are not what is made again; one at least.
  case findings([RunComparison.Finding])
  /// It cannot be made again.
  case unknown(Obstacle)

  /// Why something cannot be made again.
  public enum Obstacle: Sendable {
    /// A file cannot be read or written.
    case file(String)
    /// The folder has the name of another run than the one it holds.
    case misnamed(isOf: String)
    /// Its spec, or its data, cannot be read.
    case spec(SpecFailure)
    /// Its spec makes another run now, as another version trained it.
    case otherVersion(makes: String)
    /// Tables tell of other runs that they have finished than the folders of these.
    case otherRuns
    /// Its training failed, for this reason.
    case failed(String, isOutside: Bool)
  }

  /// A file that shows, before anything is made, that it is not as it was left.
  static func finding(_ name: String, _ kind: RunComparison.Finding.Kind) -> Verdict {
    .findings([RunComparison.Finding(name: name, kind: kind, place: nil)])
  }
}
