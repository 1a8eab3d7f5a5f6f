internal import KernelTable

/// Writes the terms of all samples and outputs to `terms`, `[rows × outputs]`.
@inline(never) func writeTerms<S: KernelScalar, Loss: PointwiseLoss>(
  of _: Loss.Type, _ plan: LossPlan<S>, to terms: UnsafeMutablePointer<S>
) {
  let count = plan.rows &* plan.outputs
  var k = 0
  while k &+ S.Vector.count <= count {
    Loss.term(
      logit: S.Vector.load(plan.logits + k), value: S.Vector.load(plan.values + k),
      target: S.Vector.load(plan.targets + k)
    ).store(terms + k)
    k &+= S.Vector.count
  }
  while k < count {
    terms[k] = Loss.term(
      logit: plan.logits[k], value: plan.values[k], target: plan.targets[k])
    k &+= 1
  }
}

/// Writes the slopes of all samples and outputs, each times `factor`, to `deltas`,
/// `[rows × outputs]`.
@inline(never) func writeSlopes<S: KernelScalar, Loss: PointwiseLoss>(
  of _: Loss.Type, _ plan: LossPlan<S>, times factor: Double, to deltas: UnsafeMutablePointer<S>
) {
  let count = plan.rows &* plan.outputs
  let factor = S(rounding: factor)
  let factors = S.Vector(broadcast: factor)
  var k = 0
  while k &+ S.Vector.count <= count {
    let slope = Loss.slope(
      value: S.Vector.load(plan.values + k), target: S.Vector.load(plan.targets + k))
    (slope * factors).store(deltas + k)
    k &+= S.Vector.count
  }
  while k < count {
    deltas[k] = Loss.slope(value: plan.values[k], target: plan.targets[k]) * factor
    k &+= 1
  }
}

/// The sum given and `terms`, each widened and added in float64, ascending.
@inline(always) func addTerms<S: KernelScalar>(
  _ terms: UnsafePointer<S>, count: Int, to sum: Double
) -> Double {
  var sum = sum
  var k = 0
  while k < count {
    sum += terms[k].widened
    k &+= 1
  }
  return sum
}
