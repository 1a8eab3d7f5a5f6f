internal import KernelInterface
internal import Vocabulary

/// The sum given and the terms of a loss of one network, samples ascending and within them outputs.
///
/// - Parameter scratch: `[rows × outputs]`, overwritten.
@inline(never) func addLoss<S: StripScalar>(
  _ plan: LossPlan<S>, scratch: UnsafeMutablePointer<S>, to sum: Double
) -> Double {
  guard plan.loss != .crossEntropy else { return addCrossEntropy(plan, scratch: scratch, to: sum) }
  writePointwiseTerms(plan, S.Vector.self, to: scratch)
  return addTerms(scratch, count: plan.count, to: sum)
}

/// Writes the terms of a loss that has one for each output.
///
/// - Precondition: the loss is not `cross_entropy`, whose terms are of whole samples.
@inline(always) func writePointwiseTerms<S: KernelScalar, V: Lanes>(
  _ plan: LossPlan<S>, _: V.Type, to terms: UnsafeMutablePointer<S>
) where V.Scalar == S {
  switch plan.loss {
  case .mse, .sse: writeTerms(of: SquaredError.self, plan, V.self, to: terms)
  case .mae: writeTerms(of: AbsoluteError.self, plan, V.self, to: terms)
  case .huber: writeTerms(of: HuberError.self, plan, V.self, to: terms)
  case .binaryCrossEntropy: writeTerms(of: SigmoidCrossEntropy.self, plan, V.self, to: terms)
  case .crossEntropy: break
  }
}

/// The derivatives of a batch's loss: with respect to the logits for `binary_cross_entropy` and
/// `cross_entropy`, with respect to the values for the others.
///
/// With n rows of K outputs and errors e = o − y: mse 2 e / (n K), sse 2 e, mae sign(e) / (n K), huber
/// e cut at ±delta / (n K), sigmoid with binary_cross_entropy (p − y) / (n K), softmax with
/// cross_entropy (p − y) / n. The last assumes Σ y = 1 in each row. Each is the slope, rounded, times
/// the factor, rounded; 0 where its square would be subnormal.
@inline(always) func lossGradient<S: KernelScalar, V: Lanes>(
  _ plan: LossPlan<S>, _: V.Type, to deltas: UnsafeMutablePointer<S>
) where V.Scalar == S {
  let rows = Double(plan.batchRows)
  let count = rows * Double(plan.outputs)
  switch plan.loss {
  case .mse: writeSlopes(of: SquaredError.self, plan, times: 2 / count, V.self, to: deltas)
  case .sse: writeSlopes(of: SquaredError.self, plan, times: 2, V.self, to: deltas)
  case .mae: writeSlopes(of: AbsoluteError.self, plan, times: 1 / count, V.self, to: deltas)
  case .huber: writeSlopes(of: HuberError.self, plan, times: 1 / count, V.self, to: deltas)
  case .binaryCrossEntropy:
    writeSlopes(of: SigmoidCrossEntropy.self, plan, times: 1 / count, V.self, to: deltas)
  case .crossEntropy:
    writeSlopes(of: SigmoidCrossEntropy.self, plan, times: 1 / rows, V.self, to: deltas)
  }
}
