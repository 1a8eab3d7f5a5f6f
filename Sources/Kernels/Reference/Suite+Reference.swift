public import KernelInterface

/// The plain form of the same kernels, one number after another: what they mean, and the oracle
/// that tests hold them against.
public func referenceSuite() -> KernelSuite {
  KernelSuite(
    float32: referenceKernels(for: Float.self), float64: referenceKernels(for: Double.self))
}

/// The plain kernels for a precision, which have one form.
@inline(always) private func referenceKernels<S: GroupScalar>(
  for _: S.Type
) -> PrecisionKernels<S> {
  let network = NetworkKernels<S>(
    lanes: 1, areUnitsOutermost: false,
    gather: { gatherRows($0) },
    forward: { network, batch in
      if network.thread.index == 0 { referenceForwardPass(network, batch, isTraining: false) }
    },
    addLosses: { network, batch, sum in
      let last = network.layers[network.layerCount - 1]
      sum[0] = referenceLoss(
        network.lossPlan(last, targets: batch.targets, rows: batch.rows, lanes: 1), to: sum[0])
    },
    train: { network, batch, plan, steps, _ in
      if network.thread.index == 0 { referenceTrain(network, batch, by: plan, steps: steps) }
    })
  return PrecisionKernels(
    matrix: network, single: network, narrow: network, wide: network,
    products: ProductKernels(
      forward: { shape, outputs, x, w, b, z, _ in
        referenceForward(shape, outputs: outputs, inputs: x, weights: w, biases: b, logits: z)
      },
      weightGradient: { shape, inputs, isContinued, x, d, gradient, _ in
        referenceWeightGradient(
          shape, inputs: inputs, isContinued: isContinued, inputs: x, deltas: d,
          gradient: gradient)
      },
      biasGradient: {
        referenceBiasGradient($0, outputs: $1, isContinued: $2, deltas: $3, gradient: $4)
      },
      inputGradient: { shape, inputs, d, w, gradient, _ in
        referenceInputGradient(shape, inputs: inputs, deltas: d, weights: w, gradient: gradient)
      }),
    losses: LossKernels(
      sum: { plan, _, sum in referenceLoss(plan, to: sum) },
      gradient: { referenceLossGradient($0, to: $1) }),
    elementary: elementaryKernels(for: S.self, S.self, S.self))
}
