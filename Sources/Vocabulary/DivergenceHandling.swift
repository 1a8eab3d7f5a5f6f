/// What a run whose loss is no longer a finite number does to the exit code.
public enum DivergenceHandling: String, Keyword {
  /// The command fails.
  case fail
  /// The command may succeed.
  case record

  /// What the words are called.
  public static let kind = "handling of divergence"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .fail: "the command's exit code is 2"
    case .record: "the run is recorded as diverged, and the command can succeed"
    }
  }
}
