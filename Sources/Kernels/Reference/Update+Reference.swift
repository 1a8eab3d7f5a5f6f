internal import KernelInterface
internal import Vocabulary

/// One step of one network, plainly: penalties, clipping, weight decay, and the optimizer's formula.
func referenceUpdate<S: StripScalar>(
  _ network: NetworkPlan<S>, by plan: UpdatePlan<S>, step: Int
) {
  let g = network.gradients
  let w = network.parameters
  for l in 0..<network.layerCount {
    let layer = network.layers[l]
    for k in 0..<layer.inputs * layer.outputs {
      let k = layer.parameterOffset + k
      if plan.hasL2 { g[k] = g[k].fma(plan.constants[7], w[k]) }
      if plan.hasL1, w[k] != .zero {
        g[k] = g[k] + (w[k] < .zero ? plan.constants[6].negated : plan.constants[6])
      }
    }
  }
  if let norms = plan.gradientNorms {
    norms[step] = referenceNorm(network)
    if let limits = plan.clipNorms {
      let factor = limits[0] / (norms[step] + 1e-6)
      for k in 0..<network.parameterCount { g[k] = g[k] * S(rounding: factor > 1 ? 1 : factor) }
    }
  }
  for k in 0..<network.parameterCount {
    if plan.hasWeightDecay { g[k] = g[k].fma(plan.constants[0], w[k]) }
    referenceMove(w + k, g[k], plan.first + k, plan.second + k, plan, step)
  }
}

/// The norm of the gradient, plainly.
private func referenceNorm<S: StripScalar>(_ network: NetworkPlan<S>) -> Double {
  var total = 0.0
  for l in 0..<network.layerCount {
    let layer = network.layers[l]
    let g = network.gradients + layer.parameterOffset
    for j in 0..<layer.outputs {
      var sum = 0.0
      for i in 0..<layer.inputs {
        sum = sum.fma(g[i * layer.outputs + j].widened, g[i * layer.outputs + j].widened)
      }
      total += sum
    }
    for k in layer.inputs * layer.outputs..<layer.parameterCount {
      let number = g[k].widened
      total = total.fma(number, number)
    }
  }
  return total.squareRoot()
}

/// The optimizer's formula for one parameter, plainly.
///
/// `first` and `second` may be one place, of an optimizer that remembers a single number, and lie
/// outside what is remembered, of one that remembers none.
private func referenceMove<S: StripScalar>(
  _ w: UnsafeMutablePointer<S>, _ g: S, _ first: UnsafeMutablePointer<S>,
  _ second: UnsafeMutablePointer<S>, _ plan: UpdatePlan<S>, _ step: Int
) {
  let rates = plan.rates + step * plan.rateStride
  let root = g.squarableOrZero
  let (momentum, gradientShare) = (plan.constants[1], plan.constants[2])
  let (squareKept, squareShare, epsilon) = (plan.constants[3], plan.constants[4], plan.constants[5])
  switch plan.optimizer {
  case .sgd:
    guard plan.hasMomentum else {
      w.pointee = w.pointee.fma(rates[0], g)
      return
    }
    first.pointee = g.fma(momentum, first.pointee).normalOrZero
    let direction = plan.isNesterov ? g.fma(momentum, first.pointee) : first.pointee
    w.pointee = w.pointee.fma(rates[0], direction)
  case .adagrad:
    first.pointee = first.pointee.fma(root, root).normalOrZero
    w.pointee = w.pointee.fma(rates[0], g / (first.pointee.squareRoot + epsilon))
  case .rmsprop:
    first.pointee = (first.pointee * squareKept).fma(squareShare, root * root).normalOrZero
    var direction = g / (first.pointee.squareRoot + epsilon)
    if plan.hasMomentum {
      direction = direction.fma(momentum, second.pointee).normalOrZero
      second.pointee = direction
    }
    w.pointee = w.pointee.fma(rates[0], direction)
  case .adam, .adamw, .nadam:
    first.pointee = first.pointee.fma(gradientShare, g - first.pointee).normalOrZero
    second.pointee = (second.pointee * squareKept).fma(squareShare, root * root).normalOrZero
    let divisor = epsilon.fma(second.pointee.squareRoot, rates[2])
    if plan.optimizer == .nadam {
      w.pointee = w.pointee + (rates[1] * first.pointee).fma(rates[0], g) / divisor
    } else {
      w.pointee = (w.pointee * rates[3]).fma(rates[0], first.pointee / divisor)
    }
  }
}
