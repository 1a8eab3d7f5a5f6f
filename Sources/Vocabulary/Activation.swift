/// The functions that may follow a layer's weighted sums, element by element.
///
/// Formulas and default settings are those of Keras 3 (`keras.activations`).
public enum Activation: String, Keyword {
  /// The logistic function.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// The rectifier.
  case relu
  /// The rectifier with a slope below 0 (Maas et al. 2013).
  case leakyRelu = "leaky_relu"
  /// Exponential linear unit (Clevert et al. 2015).
  case elu
  /// Scaled exponential linear unit (Klambauer et al. 2017).
  case selu
  /// Gaussian error linear unit (Hendrycks and Gimpel 2016).
  case gelu
  /// Sigmoid linear unit, also called swish.
  case silu
  /// The smooth rectifier.
  case softplus
  /// A sigmoid with polynomial tails.
  case softsign
  /// A piecewise linear sigmoid.
  case hardSigmoid = "hard_sigmoid"
  /// No function.
  case linear

  /// What the words are called.
  public static let kind = "activation"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .sigmoid: "1 / (1 + e^−x)"
    case .tanh: "(e^x − e^−x) / (e^x + e^−x)"
    case .relu: "max(x, 0)"
    case .leakyRelu: "x where x ≥ 0, else slope · x"
    case .elu: "x where x > 0, else alpha · (e^x − 1)"
    case .selu: "1.0507 · elu(x) with alpha 1.6733, which keeps mean 0 and variance 1"
    case .gelu: "x · Φ(x), exact, by erf"
    case .silu: "x · sigmoid(x)"
    case .softplus: "ln(1 + e^x)"
    case .softsign: "x / (1 + |x|)"
    case .hardSigmoid: "x / 6 + 0.5, clipped to 0 … 1"
    case .linear: "x"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .silu: ["swish"]
    case .linear: ["identity"]
    case .sigmoid: ["logistic"]
    case .tanh, .relu, .leakyRelu, .elu, .selu, .gelu, .softplus, .softsign, .hardSigmoid: []
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .leakyRelu:
      [Setting("slope", .number(.nonNegative), .value(.number(0.2)), "the slope below 0")]
    case .elu:
      [Setting("alpha", .number(.positive), .value(.number(1)), "minus the limit at −∞")]
    case .sigmoid, .tanh, .relu, .selu, .gelu, .silu, .softplus, .softsign, .hardSigmoid, .linear:
      []
    }
  }
}

extension Choice where Kind == Activation {
  /// The one number that the function depends on: `slope`, `alpha`, or 0 where there is none.
  public var parameter: Double {
    switch word {
    case .leakyRelu: number("slope")
    case .elu: number("alpha")
    case .sigmoid, .tanh, .relu, .selu, .gelu, .silu, .softplus, .softsign, .hardSigmoid, .linear:
      0
    }
  }
}
