internal import KernelInterface
internal import Vocabulary

/// The sum given and the terms of a loss, plainly.
func referenceLoss<S: StripScalar>(_ plan: LossPlan<S>, to sum: Double) -> Double {
  var sum = sum
  for s in 0..<plan.rows {
    let z = plan.logits + s * plan.outputs
    let o = plan.values + s * plan.outputs
    let y = plan.targets + s * plan.outputs
    switch plan.loss {
    case .mse, .sse:
      for k in 0..<plan.outputs { sum += ((o[k] - y[k]) * (o[k] - y[k])).widened }
    case .mae:
      for k in 0..<plan.outputs { sum += (o[k] - y[k]).magnitude.widened }
    case .huber:
      let (delta, half) = (S(rounding: plan.parameter), S(rounding: 0.5))
      for k in 0..<plan.outputs {
        let error = (o[k] - y[k]).magnitude
        let bounded = delta < error ? delta : error
        sum += (bounded * (error - half * bounded)).widened
      }
    case .binaryCrossEntropy:
      for k in 0..<plan.outputs {
        let positivePart = z[k] < .zero ? .zero : z[k]
        let term = positivePart.fma(z[k].negated, y[k]) + logOnePlus(exp(z[k].magnitude.negated))
        sum += term.widened
      }
    case .crossEntropy:
      var m = z[0]
      for k in 1..<plan.outputs where m < z[k] { m = z[k] }
      var total = S.zero
      for k in 0..<plan.outputs { total = total + exp(z[k] - m) }
      var term = S.zero
      for k in 0..<plan.outputs { term = term.fma(y[k], log(total) - (z[k] - m)) }
      sum += term.widened
    }
  }
  return sum
}

/// The derivatives of a batch's loss, plainly.
func referenceLossGradient<S: StripScalar>(
  _ plan: LossPlan<S>, to deltas: UnsafeMutablePointer<S>
) {
  let rows = Double(plan.batchRows)
  let count = rows * Double(plan.outputs)
  let delta = S(rounding: plan.parameter)
  for k in 0..<plan.rows * plan.outputs {
    let error = plan.values[k] - plan.targets[k]
    let sign =
      error > .zero ? .one : error < .zero ? S.one.negated : error
    let derivative =
      switch plan.loss {
      case .mse: error * S(rounding: 2 / count)
      case .sse: error * S(rounding: 2)
      case .mae: sign * S(rounding: 1 / count)
      case .huber:
        (delta < error ? delta : error < delta.negated ? delta.negated : error)
          * S(rounding: 1 / count)
      case .binaryCrossEntropy: error * S(rounding: 1 / count)
      case .crossEntropy: error * S(rounding: 1 / rows)
      }
    deltas[k] = derivative.squarableOrZero
  }
}

/// p_k = e^(z_k − m) / Σ_j e^(z_j − m), plainly.
func referenceSoftmax<S: StripScalar>(
  rows: Int, features: Int, logits: UnsafePointer<S>, values: UnsafeMutablePointer<S>
) {
  for s in 0..<rows {
    let z = logits + s * features
    let p = values + s * features
    var m = z[0]
    for k in 1..<features where m < z[k] { m = z[k] }
    var total = S.zero
    for k in 0..<features { total = total + exp(z[k] - m) }
    for k in 0..<features { p[k] = exp(z[k] - m) / total }
  }
}
