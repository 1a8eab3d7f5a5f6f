internal import KernelTable

/// Gradient descent, plainly.
func referenceDescend<S: KernelScalar>(_ plan: UpdatePlan<S>) {
  let minusRate = S(rounding: plan.learningRate).negated
  let momentum = S(rounding: plan.momentum)
  for k in 0..<plan.count {
    var direction = plan.gradients[k]
    if plan.momentum != 0 {
      let velocity = plan.gradients[k].fma(momentum, plan.state[k])
      plan.state[k] = velocity
      direction = plan.isNesterov ? plan.gradients[k].fma(momentum, velocity) : velocity
    }
    plan.parameters[k] = plan.parameters[k].fma(minusRate, direction)
  }
}
