internal import KernelTable
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
    referenceMove(&w[k], g[k], &plan.first[k], &plan.second[k], plan, step)
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
private func referenceMove<S: StripScalar>(
  _ w: inout S, _ g: S, _ first: inout S, _ second: inout S, _ plan: UpdatePlan<S>, _ step: Int
) {
  let rates = plan.rates + step * plan.rateStride
  let (momentum, gradientShare) = (plan.constants[1], plan.constants[2])
  let (squareKept, squareShare, epsilon) = (plan.constants[3], plan.constants[4], plan.constants[5])
  switch plan.optimizer {
  case .sgd:
    guard plan.hasMomentum else { return w = w.fma(rates[0], g) }
    first = g.fma(momentum, first)
    w = w.fma(rates[0], plan.isNesterov ? g.fma(momentum, first) : first)
  case .adagrad:
    first = first.fma(g, g)
    w = w.fma(rates[0], g / (first.squareRoot + epsilon))
  case .rmsprop:
    first = (first * squareKept).fma(squareShare, g * g)
    let direction = g / (first.squareRoot + epsilon)
    guard plan.hasMomentum else { return w = w.fma(rates[0], direction) }
    second = direction.fma(momentum, second)
    w = w.fma(rates[0], second)
  case .adam, .adamw, .nadam:
    first = first.fma(gradientShare, g - first)
    second = (second * squareKept).fma(squareShare, g * g)
    let divisor = epsilon.fma(second.squareRoot, rates[2])
    if plan.optimizer == .nadam {
      w = w + (rates[1] * first).fma(rates[0], g) / divisor
    } else {
      w = (w * rates[3]).fma(rates[0], first / divisor)
    }
  }
}
