public import Vocabulary

/// The last layer of networks on a batch, with the targets that its values are measured by.
///
/// All matrices are `[rows × outputs]` row-major for one network, `[outputs × rows × lanes]` for a
/// group.
public struct LossPlan<Scalar> {
  /// The loss.
  public let loss: Loss
  /// The number that the loss depends on, if any.
  public let parameter: Double
  /// The number of samples.
  public let rows: Int
  /// The number of samples of the batch that these are a part of: what means are over.
  public let batchRows: Int
  /// The number of outputs.
  public let outputs: Int
  /// The number of networks.
  public let lanes: Int
  /// The logits z.
  public let logits: UnsafePointer<Scalar>
  /// The values o: sigmoid of the logits for `binary_cross_entropy`, softmax for `cross_entropy`.
  public let values: UnsafePointer<Scalar>
  /// The targets y; for `cross_entropy` each row is one-hot.
  public let targets: UnsafePointer<Scalar>

  /// Collects what a loss is computed from.
  public init(
    loss: Loss, parameter: Double, rows: Int, outputs: Int, lanes: Int = 1,
    batchRows: Int? = nil, logits: UnsafePointer<Scalar>, values: UnsafePointer<Scalar>,
    targets: UnsafePointer<Scalar>
  ) {
    self.loss = loss
    self.parameter = parameter
    self.rows = rows
    self.batchRows = batchRows ?? rows
    self.outputs = outputs
    self.lanes = lanes
    self.logits = logits
    self.values = values
    self.targets = targets
  }
}

/// The losses of one network by themselves.
public struct LossKernels<Scalar>: Sendable {
  /// Of a plan, room for `[rows × outputs]`, and the sum so far.
  public typealias Sum =
    @Sendable (LossPlan<Scalar>, UnsafeMutablePointer<Scalar>, Double) -> Double
  /// Of a plan into `[rows × outputs]`.
  public typealias Gradient = @Sendable (LossPlan<Scalar>, UnsafeMutablePointer<Scalar>) -> Void

  /// The sum given and the terms of the loss, each computed in the precision and added in float64:
  /// samples ascending, within them outputs. For `cross_entropy` a sample is one term.
  public let sum: Sum
  /// The derivatives of the batch's loss: with respect to the logits for `binary_cross_entropy` and
  /// `cross_entropy`, with respect to the values for the others.
  public let gradient: Gradient

  /// Collects the functions.
  public init(sum: @escaping Sum, gradient: @escaping Gradient) {
    self.sum = sum
    self.gradient = gradient
  }
}
