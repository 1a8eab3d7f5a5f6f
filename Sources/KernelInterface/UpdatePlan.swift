public import Vocabulary

/// One or more steps of an optimizer: the formula, its numbers for each network, and what it
/// remembers.
///
/// All networks have the same formula; the numbers in it may differ.
public struct UpdatePlan<Scalar> {
  /// How many numbers `rates` has for each step and network.
  public static var ratesPerStep: Int { 4 }
  /// How many numbers `constants` has for each network.
  public static var constantCount: Int { 8 }

  /// The formula.
  public let optimizer: Optimizer
  /// `sgd` and `rmsprop`: whether there is a velocity.
  public let hasMomentum: Bool
  /// `sgd`: whether to step by g + momentum · v.
  public let isNesterov: Bool
  /// Whether weight decay is a part of the gradient.
  public let hasWeightDecay: Bool
  /// Whether there is a penalty on magnitudes.
  public let hasL1: Bool
  /// Whether there is a penalty on squares.
  public let hasL2: Bool
  /// What changes from step to step, `[steps × 4 × lanes]`: minus the rate (of the gradient), minus
  /// the rate of the mean (`nadam`), the reciprocal of √(1 − beta2^t), and what weights are
  /// multiplied by first (`adam` 1, `adamw` 1 − rate · weight_decay).
  public let rates: UnsafePointer<Scalar>
  /// How far apart the rates of two steps are; 0 where all steps have the same.
  public let rateStride: Int
  /// What stays, `[8 × lanes]`: weight decay; momentum (`sgd`, `rmsprop`); the share of the gradient
  /// in its mean, 1 − beta1; what is kept of the mean of squares (beta2, alpha) and the share of the
  /// square in it; epsilon; l1; 2 · l2.
  public let constants: UnsafePointer<Scalar>
  /// The first number remembered of each parameter, 0 at first: velocity (`sgd`), mean (`adam`,
  /// `adamw`, `nadam`) or mean of squares (`adagrad`: sum).
  public let first: UnsafeMutablePointer<Scalar>
  /// The second: mean of squares (`adam`, `adamw`, `nadam`) or velocity (`rmsprop`).
  public let second: UnsafeMutablePointer<Scalar>
  /// The largest norm that the gradient of each network may have, `[lanes]`; nil where it may have
  /// any.
  public let clipNorms: UnsafePointer<Double>?
  /// What gradients are multiplied by, `[lanes]`: worked out at each step where norms are clipped.
  public let clippingFactors: UnsafeMutablePointer<Scalar>
  /// Where the norms of the gradients go, before clipping, `[steps × lanes]`; nil where they are
  /// neither clipped nor asked for.
  public let gradientNorms: UnsafeMutablePointer<Double>?
  /// Room for as many sums as a layer has outputs or as there are lanes, whichever is more.
  public let sums: UnsafeMutablePointer<Double>

  /// Describes steps.
  public init(
    optimizer: Optimizer, hasMomentum: Bool, isNesterov: Bool, hasWeightDecay: Bool, hasL1: Bool,
    hasL2: Bool, rates: UnsafePointer<Scalar>, rateStride: Int, constants: UnsafePointer<Scalar>,
    first: UnsafeMutablePointer<Scalar>, second: UnsafeMutablePointer<Scalar>,
    clipNorms: UnsafePointer<Double>?, clippingFactors: UnsafeMutablePointer<Scalar>,
    gradientNorms: UnsafeMutablePointer<Double>?, sums: UnsafeMutablePointer<Double>
  ) {
    self.optimizer = optimizer
    self.hasMomentum = hasMomentum
    self.isNesterov = isNesterov
    self.hasWeightDecay = hasWeightDecay
    self.hasL1 = hasL1
    self.hasL2 = hasL2
    self.rates = rates
    self.rateStride = rateStride
    self.constants = constants
    self.first = first
    self.second = second
    self.clipNorms = clipNorms
    self.clippingFactors = clippingFactors
    self.gradientNorms = gradientNorms
    self.sums = sums
  }
}
