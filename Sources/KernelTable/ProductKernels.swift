/// The sizes of a dense layer's products.
public struct ProductShape: Sendable {
  /// The number of samples.
  public let rows: Int
  /// The number of inputs of the layer.
  public let inputs: Int
  /// The number of outputs of the layer.
  public let outputs: Int

  /// Collects the sizes.
  public init(rows: Int, inputs: Int, outputs: Int) {
    self.rows = rows
    self.inputs = inputs
    self.outputs = outputs
  }
}

/// The products of a dense layer, all matrices row-major: x and dx `[rows × inputs]`, W and dW
/// `[inputs × outputs]`, b and db `[outputs]`, z and d `[rows × outputs]`.
///
/// Every sum has one order, whatever the sizes and the instruction set.
public struct ProductKernels<Scalar>: Sendable {
  /// Of x, W, b into z.
  public typealias Forward =
    @Sendable (
      ProductShape, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Scalar>,
      UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Of x, d into dW.
  public typealias WeightGradient =
    @Sendable (
      ProductShape, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>
    ) -> Void
  /// Of d into db.
  public typealias BiasGradient =
    @Sendable (ProductShape, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
  /// Of d, W into dx, with room for Wᵀ, `[outputs × inputs]`.
  public typealias InputGradient =
    @Sendable (
      ProductShape, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>,
      _ transposed: UnsafeMutablePointer<Scalar>
    ) -> Void

  /// z = x W + b: each sum starts at the bias, then inputs ascending.
  public let forward: Forward
  /// dW = xᵀ d: each sum starts at +0, then samples ascending.
  public let weightGradient: WeightGradient
  /// db = Σ d over the samples: each sum starts at +0, then samples ascending.
  public let biasGradient: BiasGradient
  /// dx = d Wᵀ: each sum starts at +0, then outputs ascending.
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
