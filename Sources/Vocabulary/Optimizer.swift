/// How a gradient becomes a change of the weights.
///
/// Formulas and default settings are those of PyTorch (`torch.optim`).
public enum Optimizer: String, Word {
  /// Gradient descent, with momentum where it is given.
  case sgd

  /// What the words are called.
  public static let kind = "optimizer"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .sgd: "w − rate · g; with momentum, v ← momentum · v + g and w − rate · v"
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .sgd:
      [
        Setting(
          "momentum", .number(Interval(.included(0), .excluded(1))), .off(.number(0)),
          "how much of the last step's velocity is kept"),
        Setting(
          "nesterov", .boolean, .off(.boolean(false)),
          "look ahead: step by g + momentum · v; needs a momentum above 0"),
      ]
    }
  }
}
