public import Vocabulary

/// One step of an optimizer over parameters that lie together.
public struct UpdatePlan<Scalar> {
  /// The formula.
  public let optimizer: Optimizer
  /// How far to go.
  public let learningRate: Double
  /// `sgd`: how much of the last velocity is kept; 0 has no velocity.
  public let momentum: Double
  /// `sgd`: whether to step by g + momentum · v.
  public let isNesterov: Bool
  /// How many parameters there are.
  public let count: Int
  /// The parameters, `[count]`.
  public let parameters: UnsafeMutablePointer<Scalar>
  /// Their gradients, `[count]`.
  public let gradients: UnsafePointer<Scalar>
  /// What the optimizer remembers, 0 at first: `sgd` with momentum its velocities, `[count]`.
  public let state: UnsafeMutablePointer<Scalar>

  /// Describes a step.
  public init(
    optimizer: Optimizer, learningRate: Double, momentum: Double, isNesterov: Bool, count: Int,
    parameters: UnsafeMutablePointer<Scalar>, gradients: UnsafePointer<Scalar>,
    state: UnsafeMutablePointer<Scalar>
  ) {
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.count = count
    self.parameters = parameters
    self.gradients = gradients
    self.state = state
  }
}
