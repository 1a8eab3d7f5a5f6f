internal import Randomness
internal import Vocabulary

/// How far an optimizer has come with one network, and what its formula's numbers are at each step.
///
/// Powers are products that grow by a factor at each step, so that they are the same bits everywhere.
struct OptimizerClock {
  /// The numbers that change from step to step, in the order of `UpdatePlan.rates`.
  typealias Rates = (
    minusRate: Double, minusMeanRate: Double, squareScale: Double, weightFactor: Double
  )

  /// The settings.
  private let updateRule: UpdateRule
  /// beta1^t after t steps.
  private var meanPower = 1.0
  /// beta2^t.
  private var squarePower = 1.0
  /// `nadam`: the product of the momenta so far.
  private var momentumProduct = 1.0
  /// `nadam`: 0.96^(t · momentum_decay).
  private var momentumPower = 1.0
  /// `nadam`: 0.96^momentum_decay.
  private let momentumFactor: Double

  /// At the beginning.
  init(_ updateRule: UpdateRule) {
    self.updateRule = updateRule
    momentumFactor =
      updateRule.formula.optimizer == .nadam
      ? ScalarFunctions.exp(updateRule.momentumDecay * ScalarFunctions.log(0.96)) : 1
  }

  /// Whether all steps of one learning rate have the same numbers.
  static func isSteady(_ optimizer: Optimizer) -> Bool {
    switch optimizer {
    case .sgd, .adagrad, .rmsprop: true
    case .adam, .adamw, .nadam: false
    }
  }

  /// The numbers of the next step.
  mutating func next(learningRate: Double) -> Rates {
    switch updateRule.formula.optimizer {
    case .sgd, .adagrad, .rmsprop: return (-learningRate, 0, 0, 1)
    case .adam, .adamw:
      advanceMeans()
      let decay = updateRule.formula.optimizer == .adamw ? updateRule.weightDecay : 0
      return (
        -(learningRate / (1 - meanPower)), 0, 1 / (1 - squarePower).squareRoot(),
        1 - learningRate * decay
      )
    case .nadam:
      advanceMeans()
      momentumPower *= momentumFactor
      let momentum = updateRule.beta1 * (1 - 0.5 * momentumPower)
      let nextMomentum = updateRule.beta1 * (1 - 0.5 * momentumPower * momentumFactor)
      momentumProduct *= momentum
      return (
        -(learningRate * (1 - momentum) / (1 - momentumProduct)),
        -(learningRate * nextMomentum / (1 - momentumProduct * nextMomentum)),
        1 / (1 - squarePower).squareRoot(), 1
      )
    }
  }

  /// Counts a step of the running means.
  private mutating func advanceMeans() {
    meanPower *= updateRule.beta1
    squarePower *= updateRule.beta2
  }
}
