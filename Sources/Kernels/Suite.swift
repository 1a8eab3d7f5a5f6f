public import KernelInterface

/// The kernels of this module, compiled for its instruction set.
public func kernelSuite() -> KernelSuite {
  KernelSuite(float32: kernels(for: Float.self), float64: kernels(for: Double.self))
}

/// The kernels for a precision; inlined where the precision is known, so that what is put into the
/// table is specialised.
@inline(always) private func kernels<S: GroupScalar>(for _: S.Type) -> PrecisionKernels<S> {
  PrecisionKernels(
    matrix: matrixKernels(for: S.self), single: groupKernels(for: S.self),
    narrow: groupKernels(for: S.Narrow.self), wide: groupKernels(for: S.Wide.self),
    products: ProductKernels(
      forward: {
        denseForward($0, outputs: $1, inputs: $2, weights: $3, biases: $4, logits: $5, scratch: $6)
      },
      weightGradient: {
        denseWeightGradient(
          $0, inputs: $1, isContinued: $2, inputs: $3, deltas: $4, gradient: $5, scratch: $6)
      },
      biasGradient: {
        denseBiasGradient($0, outputs: $1, isContinued: $2, deltas: $3, gradient: $4)
      },
      inputGradient: {
        denseInputGradient($0, inputs: $1, deltas: $2, weights: $3, gradient: $4, scratch: $5)
      }),
    losses: LossKernels(
      sum: { addLoss($0, scratch: $1, to: $2) },
      gradient: { lossGradient($0, S.Vector.self, to: $1) }),
    elementary: elementaryKernels(for: S.self, S.Vector.self, S.Block.self))
}
