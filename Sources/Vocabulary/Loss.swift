/// What training makes small, as a function of outputs o and targets y.
public enum Loss: String, Keyword {
  /// Mean squared error.
  case mse
  /// Summed squared error.
  case sse
  /// Mean absolute error.
  case mae
  /// Squared error near 0, absolute error away from it (Huber 1964).
  case huber
  /// Cross-entropy of outputs that are each a probability.
  case binaryCrossEntropy = "binary_cross_entropy"
  /// Cross-entropy of outputs that are the probabilities of classes.
  case crossEntropy = "cross_entropy"

  /// What the words are called.
  public static let kind = "loss"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .mse: "mean of (o − y)² over samples and outputs"
    case .sse: "sum of (o − y)² over samples and outputs, as the tutorials write it"
    case .mae: "mean of |o − y| over samples and outputs"
    case .huber:
      "mean of (o − y)² / 2 where |o − y| ≤ delta, else delta · (|o − y| − delta / 2)"
    case .binaryCrossEntropy:
      "mean of −y·ln o − (1 − y)·ln(1 − o) over samples and outputs; with sigmoid only"
    case .crossEntropy: "mean over samples of −Σ y·ln o; with softmax only"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .mse: ["mean_squared_error", "l2_loss"]
    case .mae: ["mean_absolute_error", "l1_loss"]
    case .binaryCrossEntropy: ["bce", "binary_crossentropy", "log_loss"]
    case .crossEntropy: ["ce", "categorical_crossentropy", "nll"]
    case .huber: ["huber_loss"]
    case .sse: []
    }
  }

  /// The options of each word, with the defaults of PyTorch (`torch.nn.HuberLoss`).
  public var settings: [Setting] {
    switch self {
    case .huber:
      [
        Setting(
          "delta", .number(.positive), .value(.number(1)), "the error at which the line begins")
      ]
    case .mse, .sse, .mae, .binaryCrossEntropy, .crossEntropy: []
    }
  }
}
