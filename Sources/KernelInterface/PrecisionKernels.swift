/// The kernels of one instruction set that compute in one precision, `Float` or `Double`.
///
/// Functions take pointers and plain numbers, and `Double` for what is rounded to the precision
/// inside. A bare `Scalar` among the arguments would be passed through a thunk that the linker
/// shares between instruction sets.
public struct PrecisionKernels<Scalar>: Sendable {
  /// One network by matrix products: for layers and batches that fill vectors.
  public let matrix: NetworkKernels<Scalar>
  /// One network, number by number: for layers so small that vectors stay empty.
  public let single: NetworkKernels<Scalar>
  /// As many networks as a vector has lanes.
  public let narrow: NetworkKernels<Scalar>
  /// As many networks as several vectors have lanes, which hide each other's latency.
  public let wide: NetworkKernels<Scalar>
  /// The products of dense layers.
  public let products: ProductKernels<Scalar>
  /// The losses by themselves.
  public let losses: LossKernels<Scalar>
  /// Functions of one number, and the activations.
  public let elementary: ElementaryKernels<Scalar>

  /// Collects the kernels of a precision.
  public init(
    matrix: NetworkKernels<Scalar>, single: NetworkKernels<Scalar>,
    narrow: NetworkKernels<Scalar>, wide: NetworkKernels<Scalar>,
    products: ProductKernels<Scalar>, losses: LossKernels<Scalar>,
    elementary: ElementaryKernels<Scalar>
  ) {
    self.matrix = matrix
    self.single = single
    self.narrow = narrow
    self.wide = wide
    self.products = products
    self.losses = losses
    self.elementary = elementary
  }
}
