public import Vocabulary

/// How gradients move parameters: the optimizer, the penalties and the clipping, as plain numbers.
public struct UpdateRule: Hashable, Sendable {
  /// What networks that are trained side by side have in common.
  public struct Formula: Hashable, Sendable {
    /// The optimizer.
    public let optimizer: Optimizer
    /// `sgd` and `rmsprop`: whether there is a velocity.
    public let hasMomentum: Bool
    /// `sgd`: whether to look ahead.
    public let isNesterov: Bool
    /// Whether weight decay is a part of the gradient.
    public let hasWeightDecay: Bool
    /// Whether there is a penalty on the magnitudes of weights.
    public let hasL1: Bool
    /// Whether there is a penalty on the squares of weights.
    public let hasL2: Bool
    /// Whether the norm of the gradient is clipped.
    public let clipsNorm: Bool
  }

  /// What does not depend on the numbers.
  public let formula: Formula
  /// `sgd`, `rmsprop`: how much of the last velocity is kept.
  let momentum: Double
  /// How much of a weight joins its gradient or, for `adamw`, is taken off it.
  let weightDecay: Double
  /// What is kept of the mean of gradients.
  let beta1: Double
  /// What is kept of the mean of squares.
  let beta2: Double
  /// What keeps divisors away from 0.
  let epsilon: Double
  /// `nadam`: how slowly the momentum grows.
  let momentumDecay: Double
  /// The penalty on magnitudes.
  let l1: Double
  /// The penalty on squares.
  let l2: Double
  /// The largest norm that a gradient may have.
  let clipNorm: Double

  /// Reads an optimizer's settings; `clipNorm` nil does not clip.
  public init(
    _ optimizer: Choice<Optimizer>, l1: Double = 0, l2: Double = 0, clipNorm: Double? = nil
  ) {
    let declared = Set(optimizer.word.settings.map(\.name))
    func number(_ name: String) -> Double { declared.contains(name) ? optimizer.number(name) : 0 }
    momentum = number("momentum")
    weightDecay = number("weight_decay")
    beta1 = number("beta1")
    beta2 = optimizer.word == .rmsprop ? number("alpha") : number("beta2")
    epsilon = number("epsilon")
    momentumDecay = number("momentum_decay")
    self.l1 = l1
    self.l2 = l2
    self.clipNorm = clipNorm ?? .infinity
    formula = Formula(
      optimizer: optimizer.word, hasMomentum: momentum != 0,
      isNesterov: declared.contains("nesterov") && optimizer.isOn("nesterov"),
      hasWeightDecay: weightDecay != 0 && optimizer.word != .adamw, hasL1: l1 != 0,
      hasL2: l2 != 0, clipsNorm: clipNorm != nil)
  }
}

extension UpdateRule.Formula {
  /// How many numbers are remembered of each parameter.
  public var slotCount: Int { optimizer.slotCount(hasMomentum: hasMomentum) }
}
