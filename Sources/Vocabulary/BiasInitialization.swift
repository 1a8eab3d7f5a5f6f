/// How the initial biases of a layer are set, where it is not by one number for all.
public enum BiasInitialization: String, Keyword {
  /// All biases 0.
  case zeros
  /// The standard normal distribution.
  case normal
  /// The uniform distribution on −1 … 1.
  case uniform

  /// What the words are called.
  public static let kind = "bias_init"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .zeros: "0"
    case .normal: "N(0, 1)"
    case .uniform: "uniform in −1 … 1"
    }
  }
}
