/// Which way a score is better.
public enum Goal: String, Keyword {
  /// The smallest score is the best.
  case minimize
  /// The largest score is the best.
  case maximize

  /// What the words are called.
  public static let kind = "goal"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .minimize: "smaller is better"
    case .maximize: "larger is better"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .minimize: ["min"]
    case .maximize: ["max"]
    }
  }
}
