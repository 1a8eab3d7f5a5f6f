/// How the targets of quantities are shifted and scaled before a network learns them.
public enum TargetNormalization: String, Keyword {
  /// As they are.
  case none
  /// To mean 0 and standard deviation 1.
  case standard

  /// What the words are called.
  public static let kind = "normalization of targets"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .none: "targets as they are"
    case .standard: "(y − mean) / standard deviation of each column, that of a population"
    }
  }
}
