/// The products of a dense layer, all matrices row-major: x and dx `[rows × inputs]`, W and dW
/// `[inputs × outputs]`, b and db `[outputs]`, z and d `[rows × outputs]`.
///
/// Every sum has one order, whatever the sizes and the instruction set. Each product computes a
/// range of its result, so that threads may share one; each thread needs scratch of its own for
/// `ProductShape.scratchCount` numbers.
public struct ProductKernels<Scalar>: Sendable {
  /// Of a range of outputs, x, W, b into z, with scratch.
  public typealias Forward =
    @Sendable (
      ProductShape, _ outputs: Range<Int>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
      UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, _ scratch: UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Of a range of inputs, x, d into dW, with scratch.
  public typealias WeightGradient =
    @Sendable (
      ProductShape, _ inputs: Range<Int>, _ isContinued: Bool, UnsafePointer<Scalar>,
      UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, _ scratch: UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Of a range of outputs, d into db.
  public typealias BiasGradient =
    @Sendable (
      ProductShape, _ outputs: Range<Int>, _ isContinued: Bool, UnsafePointer<Scalar>,
      UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Of a range of inputs, d, W into dx, with scratch.
  public typealias InputGradient =
    @Sendable (
      ProductShape, _ inputs: Range<Int>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
      UnsafeMutablePointer<Scalar>, _ scratch: UnsafeMutablePointer<Scalar>
    ) -> Void

  /// z = x W + b for a range of outputs: each sum starts at the bias, then inputs ascending.
  public let forward: Forward
  /// dW = xᵀ d for a range of inputs: each sum starts at +0, or at what dW holds if it is
  /// continued, then samples ascending.
  public let weightGradient: WeightGradient
  /// db = Σ d over the samples for a range of outputs: each sum starts at +0, or at what db holds
  /// if it is continued, then samples ascending.
  public let biasGradient: BiasGradient
  /// dx = d Wᵀ for a range of inputs: each sum starts at +0, then outputs ascending.
  public let inputGradient: InputGradient

  /// Collects the products.
  public init(
    forward: @escaping Forward, weightGradient: @escaping WeightGradient,
    biasGradient: @escaping BiasGradient, inputGradient: @escaping InputGradient
  ) {
    self.forward = forward
    self.weightGradient = weightGradient
    self.biasGradient = biasGradient
    self.inputGradient = inputGradient
  }
}
