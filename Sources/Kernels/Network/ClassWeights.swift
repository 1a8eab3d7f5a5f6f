internal import KernelInterface

/// The weight of a sample: that of its class, which is the place of the 1 among its targets, or the only
/// target itself.
@inline(always) func classWeight<S: KernelScalar>(
  _ targets: UnsafePointer<S>, outputs: Int, _ weights: UnsafePointer<S>
) -> S {
  if outputs == 1 { return targets[0].widened > 0.5 ? weights[1] : weights[0] }
  var label = 0
  while label &+ 1 < outputs, targets[label].widened <= 0.5 { label &+= 1 }
  return weights[label]
}

/// d ← d · w for each sample, with w the weight of its class; 0 where the square would be subnormal.
///
/// Deltas and targets are `[rows × outputs]`, weights `[outputs]`, of two classes where there is one
/// output.
@inline(always) func multiplyByClassWeights<S: KernelScalar>(
  rows: Int, outputs: Int, targets: UnsafePointer<S>, weights: UnsafePointer<S>,
  deltas: UnsafeMutablePointer<S>
) {
  var row = 0
  while row < rows {
    let weight = classWeight(targets + row &* outputs, outputs: outputs, weights)
    let rowDeltas = deltas + row &* outputs
    var k = 0
    while k < outputs {
      rowDeltas[k] = (rowDeltas[k] * weight).squarableOrZero
      k &+= 1
    }
    row &+= 1
  }
}
