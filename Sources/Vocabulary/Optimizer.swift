/// How a gradient g becomes a change of a weight w.
///
/// Formulas and default settings are those of PyTorch (`torch.optim`).
public enum Optimizer: String, Keyword {
  /// Gradient descent, with momentum where it is given.
  case sgd
  /// Duchi, Hazan and Singer 2011.
  case adagrad
  /// Tieleman and Hinton 2012.
  case rmsprop
  /// Kingma and Ba 2015.
  case adam
  /// Adam with decoupled weight decay (Loshchilov and Hutter 2019).
  case adamw
  /// Adam with Nesterov's momentum (Dozat 2016).
  case nadam

  /// What the words are called.
  public static let kind = "optimizer"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .sgd: "w − rate · g; with momentum, v ← momentum · v + g and w − rate · v"
    case .adagrad: "s ← s + g²; w − rate · g / (√s + epsilon)"
    case .rmsprop:
      "s ← alpha · s + (1 − alpha) · g²; w − rate · g / (√s + epsilon), with momentum as sgd's"
    case .adam:
      "means m of g and s of g², freed of their bias to 0; w − rate · m / (√s + epsilon)"
    case .adamw: "adam, and the weight decay apart from the gradient: w · (1 − rate · weight_decay)"
    case .nadam: "adam that looks ahead as nesterov does, with a momentum that grows step by step"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .sgd: ["gradient_descent", "gd", "momentum"]
    case .rmsprop: ["rms_prop"]
    case .adamw: ["adam_w"]
    case .adagrad, .adam, .nadam: []
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .sgd:
      [
        Self.momentum,
        Setting(
          "nesterov", .boolean, .off(.boolean(false)),
          "look ahead: step by g + momentum · v; needs a momentum above 0"),
        Self.weightDecay,
      ]
    case .adagrad: [Self.epsilon(1e-10)]
    case .rmsprop:
      [
        Setting(
          "alpha", .number(.belowOne), .value(.number(0.99)),
          "how much of the last mean of g² is kept"),
        Self.epsilon(1e-8), Self.momentum,
      ]
    case .adam: Self.betas + [Self.epsilon(1e-8), Self.weightDecay]
    case .adamw:
      Self.betas + [
        Self.epsilon(1e-8),
        Setting(
          "weight_decay", .number(.nonNegative), .value(.number(0.01)),
          "rate · weight_decay · w is taken off each weight and bias, apart from the gradient"),
      ]
    case .nadam:
      Self.betas + [
        Self.epsilon(1e-8),
        Setting(
          "momentum_decay", .number(.nonNegative), .value(.number(0.004)),
          "how slowly the momentum grows"),
      ]
    }
  }

  /// The share of the last velocity that is kept.
  private static let momentum = Setting(
    "momentum", .number(.belowOne), .off(.number(0)),
    "how much of the last step's velocity is kept")

  /// The decay that is a part of the gradient.
  private static let weightDecay = Setting(
    "weight_decay", .number(.nonNegative), .off(.number(0)),
    "weight_decay · w is added to the gradient of each weight and bias")

  /// The shares of the running means that are kept.
  private static let betas = [
    Setting(
      "beta1", .number(.belowOne), .value(.number(0.9)), "how much of the last mean of g is kept"),
    Setting(
      "beta2", .number(.belowOne), .value(.number(0.999)),
      "how much of the last mean of g² is kept"),
  ]

  /// What keeps divisors away from 0.
  private static func epsilon(_ standard: Double) -> Setting {
    Setting(
      "epsilon", .number(.positive), .value(.number(standard)), "keeps the divisor away from 0")
  }
}

extension Optimizer {
  /// How many numbers it remembers of each parameter, with a velocity where it has one.
  public func slotCount(hasMomentum: Bool) -> Int {
    switch self {
    case .sgd: hasMomentum ? 1 : 0
    case .adagrad: 1
    case .rmsprop: hasMomentum ? 2 : 1
    case .adam, .adamw, .nadam: 2
    }
  }
}
