/// The kernels of one instruction set that compute in one precision, `Float` or `Double`.
///
/// Functions take pointers and plain numbers, and `Double` for what is rounded to the precision
/// inside. A bare `Scalar` among the arguments would be passed through a thunk that the linker
/// shares between instruction sets.
public struct PrecisionKernels<Scalar>: Sendable {
  /// Of a plan, inputs `[rows × inputs]` and the number of rows.
  public typealias Forward =
    @Sendable (NetworkPlan<Scalar>, UnsafePointer<Scalar>, Int) -> Void
  /// Of a plan, targets `[rows × outputs]`, the number of rows, and the sum so far.
  public typealias LossSum =
    @Sendable (NetworkPlan<Scalar>, UnsafePointer<Scalar>, Int, Double) -> Double
  /// Of a plan, inputs, targets and the number of rows.
  public typealias Backward =
    @Sendable (NetworkPlan<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>, Int) -> Void
  /// Of a plan.
  public typealias Update = @Sendable (UpdatePlan<Scalar>) -> Void

  /// Runs all layers: fills `logits` and `values`.
  public let forward: Forward
  /// The sum given and the loss terms of all rows after `forward`, by one chain of float64
  /// additions, samples ascending. Overwrites the last layer's `deltas`.
  public let lossSum: LossSum
  /// The gradients of the loss of a batch after `forward`: fills `gradients` and `deltas`.
  public let backward: Backward
  /// Moves parameters along their gradients by an optimizer's formula.
  public let update: Update
  /// The products of dense layers.
  public let products: ProductKernels<Scalar>
  /// The losses by themselves.
  public let losses: LossKernels<Scalar>
  /// Functions of one number, and the activations.
  public let elementary: ElementaryKernels<Scalar>

  /// Collects the kernels of a precision.
  public init(
    forward: @escaping Forward, lossSum: @escaping LossSum, backward: @escaping Backward,
    update: @escaping Update, products: ProductKernels<Scalar>, losses: LossKernels<Scalar>,
    elementary: ElementaryKernels<Scalar>
  ) {
    self.forward = forward
    self.lossSum = lossSum
    self.backward = backward
    self.update = update
    self.products = products
    self.losses = losses
    self.elementary = elementary
  }
}
