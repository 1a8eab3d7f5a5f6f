internal import KernelInterface

/// The numbers in an optimizer's formula at one step; `UpdatePlan` says what they are.
struct StepNumbers<L: Lanes> {
  /// Minus the rate.
  let minusRate: L
  /// `nadam`: minus the rate of the mean.
  let minusMeanRate: L
  /// 1 / √(1 − beta2^t).
  let squareScale: L
  /// What weights are multiplied by first.
  let weightFactor: L
  /// How much of a weight is added to its gradient.
  let weightDecay: L
  /// How much of the last velocity is kept.
  let momentum: L
  /// The share of the gradient in its mean.
  let gradientShare: L
  /// What is kept of the mean of squares.
  let squareKept: L
  /// The share of the square in its mean.
  let squareShare: L
  /// What keeps divisors away from 0.
  let epsilon: L
  /// The penalty on magnitudes.
  let l1: L
  /// Twice the penalty on squares.
  let twiceL2: L
  /// What the gradient is multiplied by to clip its norm.
  let clippingFactor: L

  /// Reads the numbers of one step.
  ///
  /// - Parameters:
  ///   - lanes: how many networks the plan has numbers for.
  ///   - read: makes lanes of the numbers at a place.
  @inline(always) init(
    _ plan: UpdatePlan<L.Scalar>, step: Int, lanes: Int, _ read: (UnsafePointer<L.Scalar>) -> L
  ) {
    let rates = plan.rates + step &* plan.rateStride
    minusRate = read(rates)
    minusMeanRate = read(rates + lanes)
    squareScale = read(rates + 2 &* lanes)
    weightFactor = read(rates + 3 &* lanes)
    weightDecay = read(plan.constants)
    momentum = read(plan.constants + lanes)
    gradientShare = read(plan.constants + 2 &* lanes)
    squareKept = read(plan.constants + 3 &* lanes)
    squareShare = read(plan.constants + 4 &* lanes)
    epsilon = read(plan.constants + 5 &* lanes)
    l1 = read(plan.constants + 6 &* lanes)
    twiceL2 = read(plan.constants + 7 &* lanes)
    clippingFactor = read(plan.clippingFactors)
  }
}
