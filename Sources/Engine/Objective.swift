public import Vocabulary

/// What follows the last layer's weighted sums: the output activation, and the loss of its values.
///
/// Only the pairs that make sense can be written: `binary_cross_entropy` comes with sigmoid and
/// `cross_entropy` with softmax, both computed from the logits.
public enum Objective: Hashable, Sendable {
  /// Mean of (o − y)² over samples and outputs.
  case meanSquaredError(Choice<Activation>)
  /// Sum of (o − y)² over samples and outputs.
  case sumOfSquaredErrors(Choice<Activation>)
  /// Mean of |o − y| over samples and outputs; subgradient 0 at 0.
  case meanAbsoluteError(Choice<Activation>)
  /// Mean over samples and outputs of (o − y)² / 2 where |o − y| ≤ delta, else of
  /// delta · (|o − y| − delta / 2).
  case huberLoss(Choice<Activation>, delta: Double)
  /// Mean of −y·ln o − (1 − y)·ln(1 − o) over samples and outputs, with o = sigmoid(z).
  case binaryCrossEntropy
  /// Mean over samples of −Σ y·ln o, with o = softmax(z) and one-hot y.
  case crossEntropy

  /// The objective of a loss and an output activation.
  ///
  /// - Returns: nil for a pair that does not go together.
  public init?(_ loss: Choice<Loss>, output: Choice<OutputActivation>) {
    switch (loss.word, output.word) {
    case (.binaryCrossEntropy, .elementwise(.sigmoid)):
      self = .binaryCrossEntropy
    case (.crossEntropy, .softmax):
      self = .crossEntropy
    case (.mse, .elementwise), (.sse, .elementwise), (.mae, .elementwise), (.huber, .elementwise):
      // The settings of an output activation are those of the activation.
      guard let activation = Choice<Activation>(output.specValue) else { return nil }
      switch loss.word {
      case .mse: self = .meanSquaredError(activation)
      case .sse: self = .sumOfSquaredErrors(activation)
      case .mae: self = .meanAbsoluteError(activation)
      case .huber: self = .huberLoss(activation, delta: loss.number("delta"))
      case .binaryCrossEntropy, .crossEntropy: return nil
      }
    case (.binaryCrossEntropy, _), (.crossEntropy, _), (_, .softmax):
      return nil
    }
  }

  /// The loss alone.
  public var loss: Loss {
    switch self {
    case .meanSquaredError: .mse
    case .sumOfSquaredErrors: .sse
    case .meanAbsoluteError: .mae
    case .huberLoss: .huber
    case .binaryCrossEntropy: .binaryCrossEntropy
    case .crossEntropy: .crossEntropy
    }
  }

  /// The number that the loss depends on; 0 where there is none.
  var parameter: Double {
    if case .huberLoss(_, let delta) = self { delta } else { 0 }
  }

  /// What the sum of the loss's terms is divided by to be reported: as many samples and outputs as there
  /// are, the samples alone (`cross_entropy`), or 1 (`sse`).
  public func lossDivisor(rows: Int, outputs: Int) -> Double {
    switch self {
    case .meanSquaredError, .meanAbsoluteError, .huberLoss, .binaryCrossEntropy:
      Double(rows) * Double(outputs)
    case .sumOfSquaredErrors: 1
    case .crossEntropy: Double(rows)
    }
  }
}
