public import Vocabulary

/// The words for how the values of swept keys are brought together.
public enum SweepMethod: String, Keyword {
  /// Every combination.
  case grid
  /// Combinations that are drawn.
  case random

  /// What the words are called.
  public static let kind = "method"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .grid: "every value of each key with every value of all others"
    case .random: "`samples` configurations, each with a value of every key that the seed draws"
    }
  }

  /// Whether it takes `samples` of the axes, rather than all that there are.
  public var takesSamples: Bool {
    switch self {
    case .grid: false
    case .random: true
    }
  }

  /// The methods that take samples, as a spec has them: `method: random`.
  public static let sampling = allCases.filter(\.takesSamples)
    .map { "`method: \($0.name)`" }.joined(separator: " or ")
}
