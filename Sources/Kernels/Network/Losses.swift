internal import KernelTable
internal import Vocabulary

/// The sum given and the terms of a loss, samples ascending and within them outputs.
///
/// - Parameter room: `[rows × outputs]`, overwritten.
@inline(never) func addLoss<S: KernelScalar>(
  _ plan: LossPlan<S>, room: UnsafeMutablePointer<S>, to sum: Double
) -> Double {
  switch plan.loss {
  case .mse, .sse: writeTerms(of: SquaredError.self, plan, to: room)
  case .mae: writeTerms(of: AbsoluteError.self, plan, to: room)
  case .binaryCrossEntropy: writeTerms(of: SigmoidCrossEntropy.self, plan, to: room)
  case .crossEntropy: return addCrossEntropy(plan, room: room, to: sum)
  }
  return addTerms(room, count: plan.rows &* plan.outputs, to: sum)
}

/// The derivatives of a batch's loss: with respect to the logits for `binary_cross_entropy` and
/// `cross_entropy`, with respect to the values for the others.
///
/// With n rows of K outputs: mse 2 (o − y) / (n K), sse 2 (o − y), mae sign(o − y) / (n K), sigmoid
/// with binary_cross_entropy (p − y) / (n K), softmax with cross_entropy (p − y) / n. The last
/// assumes Σ y = 1 in each row. Each is the difference, rounded, times the factor, rounded.
@inline(never) func lossGradient<S: KernelScalar>(
  _ plan: LossPlan<S>, to deltas: UnsafeMutablePointer<S>
) {
  let rows = Double(plan.rows)
  let count = rows * Double(plan.outputs)
  switch plan.loss {
  case .mse: writeSlopes(of: SquaredError.self, plan, times: 2 / count, to: deltas)
  case .sse: writeSlopes(of: SquaredError.self, plan, times: 2, to: deltas)
  case .mae: writeSlopes(of: AbsoluteError.self, plan, times: 1 / count, to: deltas)
  case .binaryCrossEntropy:
    writeSlopes(of: SigmoidCrossEntropy.self, plan, times: 1 / count, to: deltas)
  case .crossEntropy:
    writeSlopes(of: SigmoidCrossEntropy.self, plan, times: 1 / rows, to: deltas)
  }
}
