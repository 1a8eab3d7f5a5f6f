/// What is done about fields of a file that are empty.
public enum MissingValues: String, Keyword {
  /// They are a mistake.
  case error
  /// Rows that have one are left out.
  case drop
  /// Numbers among the inputs are filled in by the mean of the training rows.
  case mean

  /// What the words are called.
  public static let kind = "missing values"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .error: "an empty field is a mistake"
    case .drop: "rows with an empty field are left out"
    case .mean: "empty inputs are filled in by the mean of the training rows' column"
    }
  }

  /// What pandas and scikit-learn call them.
  public var otherNames: [String] {
    switch self {
    case .error: ["raise", "fail"]
    case .drop: ["dropna", "skip"]
    case .mean: ["fillna", "impute", "average"]
    }
  }
}
