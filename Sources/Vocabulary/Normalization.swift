/// How the inputs are shifted and scaled before a network sees them.
public enum Normalization: String, Keyword {
  /// As they are.
  case none
  /// To mean 0 and standard deviation 1.
  case standard
  /// To 0 … 1.
  case minmax

  /// What the words are called.
  public static let kind = "normalization"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .none: "inputs as they are"
    case .standard: "(x − mean) / standard deviation of each column, that of a population"
    case .minmax: "(x − least) / (greatest − least) of each column"
    }
  }

  /// What scikit-learn calls them.
  public var otherNames: [String] {
    switch self {
    case .none: []
    case .standard: ["standardize", "zscore", "z_score", "StandardScaler"]
    case .minmax: ["MinMaxScaler", "min_max"]
    }
  }
}
