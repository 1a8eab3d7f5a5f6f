public import KernelTable

/// The kernels of this module, compiled for its instruction set.
public func kernelSuite() -> KernelSuite {
  KernelSuite(float32: kernels(for: Float.self), float64: kernels(for: Double.self))
}

/// The plain form of the same kernels, one number after another: what they mean, and the oracle
/// that tests hold them against.
public func referenceSuite() -> KernelSuite {
  KernelSuite(
    float32: referenceKernels(for: Float.self), float64: referenceKernels(for: Double.self))
}

/// The kernels for a precision; inlined where the precision is known, so that what is put into the
/// table is specialised.
@inline(always) private func kernels<S: StripScalar>(for _: S.Type) -> PrecisionKernels<S> {
  PrecisionKernels(
    forward: { forwardPass($0, inputs: $1, rows: $2) },
    lossSum: { addLossOfNetwork($0, targets: $1, rows: $2, to: $3) },
    backward: { backwardPass($0, inputs: $1, targets: $2, rows: $3) },
    update: { updateParameters($0) },
    products: ProductKernels(
      forward: { denseForward($0, inputs: $1, weights: $2, biases: $3, logits: $4) },
      weightGradient: { denseWeightGradient($0, inputs: $1, deltas: $2, gradient: $3) },
      biasGradient: { denseBiasGradient($0, deltas: $1, gradient: $2) },
      inputGradient: {
        denseInputGradient($0, deltas: $1, weights: $2, gradient: $3, transposed: $4)
      }),
    losses: LossKernels(
      sum: { addLoss($0, room: $1, to: $2) },
      gradient: { lossGradient($0, to: $1) }),
    elementary: elementaryKernels(for: S.self))
}

/// The plain kernels for a precision.
@inline(always) private func referenceKernels<S: StripScalar>(
  for _: S.Type
) -> PrecisionKernels<S> {
  PrecisionKernels(
    forward: { referenceForwardPass($0, inputs: $1, rows: $2) },
    lossSum: { plan, targets, rows, sum in
      referenceLoss(
        plan.lossPlan(plan.layers[plan.layerCount - 1], targets, rows: rows), to: sum)
    },
    backward: { referenceBackwardPass($0, inputs: $1, targets: $2, rows: $3) },
    update: { referenceUpdate($0) },
    products: ProductKernels(
      forward: { referenceForward($0, inputs: $1, weights: $2, biases: $3, logits: $4) },
      weightGradient: { referenceWeightGradient($0, inputs: $1, deltas: $2, gradient: $3) },
      biasGradient: { referenceBiasGradient($0, deltas: $1, gradient: $2) },
      inputGradient: { shape, deltas, weights, gradient, _ in
        referenceInputGradient(shape, deltas: deltas, weights: weights, gradient: gradient)
      }),
    losses: LossKernels(
      sum: { plan, _, sum in referenceLoss(plan, to: sum) },
      gradient: { referenceLossGradient($0, to: $1) }),
    elementary: elementaryKernels(for: S.self))
}
