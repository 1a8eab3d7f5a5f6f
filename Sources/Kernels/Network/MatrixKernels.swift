internal import KernelInterface

/// The kernels of one network by matrix products; inlined where the precision is known, so that what
/// is put into the suite is specialised.
@inline(always) func matrixKernels<S: StripScalar>(for _: S.Type) -> NetworkKernels<S> {
  NetworkKernels(
    lanes: 1, areUnitsOutermost: false,
    gather: { gatherRows($0) },
    forward: { forwardPass($0, $1, isTraining: false) },
    addLosses: { addLossOfNetwork($0, $1, to: $2) },
    train: { train($0, $1, by: $2, steps: $3, isForwardDone: $4) })
}

/// Makes steps on one batch.
@inline(never) private func train<S: StripScalar>(
  _ network: NetworkPlan<S>, _ batch: BatchPlan<S>, by plan: UpdatePlan<S>, steps: Int,
  isForwardDone: Bool
) {
  var step = 0
  while step < steps {
    if step > 0 || !isForwardDone { forwardPass(network, batch, isTraining: true) }
    backwardPass(network, batch)
    network.thread.synchronize()
    update(network, by: plan, step: step) {
      NetworkLoop<S>(network: network, plan: plan, step: step)
    }
    network.thread.synchronize()
    step &+= 1
  }
}

/// Copies rows one after another.
@inline(never) func gatherRows<S: KernelScalar>(_ plan: GatherPlan<S>) {
  var target = plan.target
  var row = 0
  while row < plan.rows {
    let index = if let indices = plan.indices { indices[row] } else { row }
    target.update(from: plan.source + index &* plan.columns, count: plan.columns)
    target += plan.columns
    row &+= 1
  }
}
