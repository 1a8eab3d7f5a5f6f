internal import KernelInterface

/// The kernels of a group whose numbers are of one type; inlined where the type is known, so that what
/// is put into the suite is specialised.
@inline(always) func groupKernels<R: RunLanes>(for _: R.Type) -> NetworkKernels<R.Scalar> {
  NetworkKernels(
    lanes: R.count, areUnitsOutermost: true,
    gather: { gatherForGroup(R.self, $0) },
    forward: { runGroup(R.self, $0, $1) },
    addLosses: { network, batch, sums in
      addLossesOfGroup(R.self, network, batch, to: sums)
    },
    train: { trainGroup(R.self, $0, $1, by: $2, steps: $3, isForwardDone: $4) })
}

/// Runs all layers.
@inline(never) private func runGroup<R: RunLanes>(
  _: R.Type, _ network: NetworkPlan<R.Scalar>, _ batch: BatchPlan<R.Scalar>
) {
  GroupPasses<R>(network: network, batch: batch).forward()
}

/// Adds the loss terms of all rows.
@inline(never) private func addLossesOfGroup<R: RunLanes>(
  _: R.Type, _ network: NetworkPlan<R.Scalar>, _ batch: BatchPlan<R.Scalar>,
  to sums: UnsafeMutablePointer<Double>
) {
  let passes = GroupPasses<R>(network: network, batch: batch)
  addGroupLosses(
    R.self, passes.lossPlan,
    scratch: network.deltas + passes.last.valueOffset &* R.count, to: sums)
}

/// Makes steps on one batch.
@inline(never) private func trainGroup<R: RunLanes>(
  _: R.Type, _ network: NetworkPlan<R.Scalar>, _ batch: BatchPlan<R.Scalar>,
  by plan: UpdatePlan<R.Scalar>, steps: Int, isForwardDone: Bool
) {
  let passes = GroupPasses<R>(network: network, batch: batch)
  let isMovedAtOnce = plan.isPlainDescent
  var step = 0
  while step < steps {
    if step > 0 || !isForwardDone { passes.forward() }
    if isMovedAtOnce {
      passes.backward(
        PlainDescent<R>(
          parameters: network.parameters, minusRates: plan.rates + step &* plan.rateStride))
    } else {
      passes.backward(StoredGradient<R>(target: network.gradients))
      update(network, by: plan, step: step) {
        GroupLoop<R>(network: network, plan: plan, step: step)
      }
    }
    step &+= 1
  }
}

/// Copies rows to `[columns × rows × lanes]`.
@inline(never) private func gatherForGroup<R: RunLanes>(
  _: R.Type, _ plan: GatherPlan<R.Scalar>
) {
  var column = 0
  var target = plan.target
  while column < plan.columns {
    let source = plan.source + column
    var row = 0
    while row < plan.rows {
      if let indices = plan.indices {
        var lane = 0
        while lane < R.count {
          target[lane] = source[indices[lane &* plan.rows &+ row] &* plan.columns]
          lane &+= 1
        }
      } else {
        R(broadcast: source[row &* plan.columns]).store(target)
      }
      target += R.count
      row &+= 1
    }
    column &+= 1
  }
}
