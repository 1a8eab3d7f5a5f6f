internal import KernelInterface
internal import Vocabulary

/// What works on the parameters of networks in one form, at one step.
protocol ParameterLoop {
  /// The precision.
  associatedtype S: KernelScalar
  /// Applies a formula to `count` parameters from `start` on, or to the part of them that is this
  /// thread's.
  func apply<Formula: StepFormula>(_: Formula.Type, from start: Int, count: Int)
  /// Writes the norm of each network's gradient.
  func writeGradientNorms(to norms: UnsafeMutablePointer<Double>)
  /// Does something by one of the threads that work on a network, when all have come here; then they
  /// go on.
  func alone(_ body: () -> Void)
  /// How many networks there are.
  var lanes: Int { get }
}

extension UpdatePlan {
  /// Whether parameters are moved against their gradients, and nothing else is done.
  @inline(always) var isPlainDescent: Bool {
    optimizer == .sgd && !hasMomentum && !hasWeightDecay && !hasL1 && !hasL2 && gradientNorms == nil
  }
}

/// One step from gradients to parameters: penalties on weights, clipping of the norm, weight decay,
/// and the optimizer's formula.
@inline(always) func update<Sweep: ParameterLoop>(
  _ network: NetworkPlan<Sweep.S>, by plan: UpdatePlan<Sweep.S>, step: Int,
  _ makeSweep: () -> Sweep
) {
  if plan.hasL1 || plan.hasL2 { addPenalties(network, plan, makeSweep()) }
  if let norms = plan.gradientNorms {
    let sweep = makeSweep()
    sweep.alone {
      sweep.writeGradientNorms(to: norms + step &* sweep.lanes)
      if let limits = plan.clipNorms {
        writeClippingFactors(norms + step &* sweep.lanes, limits, plan, lanes: sweep.lanes)
      }
    }
    if plan.clipNorms != nil {
      makeSweep().apply(ClippingFactor.self, from: 0, count: network.parameterCount)
    }
  }
  let sweep = makeSweep()
  if plan.hasWeightDecay {
    sweep.apply(WeightDecayTerm.self, from: 0, count: network.parameterCount)
  }
  move(sweep, network.parameterCount, plan)
}

/// Adds the gradients of penalties to those of weights, not of biases.
@inline(always) private func addPenalties<Sweep: ParameterLoop>(
  _ network: NetworkPlan<Sweep.S>, _ plan: UpdatePlan<Sweep.S>, _ sweep: Sweep
) {
  var l = 0
  while l < network.layerCount {
    let layer = network.layers[l]
    let count = layer.inputs &* layer.outputs
    if plan.hasL2 { sweep.apply(L2Term.self, from: layer.parameterOffset, count: count) }
    if plan.hasL1 { sweep.apply(L1Term.self, from: layer.parameterOffset, count: count) }
    l &+= 1
  }
}

/// What brings norms down to their limits, as `torch.nn.utils.clip_grad_norm_`:
/// min(1, limit / (norm + 10⁻⁶)).
@inline(always) private func writeClippingFactors<S: KernelScalar>(
  _ norms: UnsafePointer<Double>, _ limits: UnsafePointer<Double>, _ plan: UpdatePlan<S>,
  lanes: Int
) {
  var lane = 0
  while lane < lanes {
    let factor = limits[lane] / (norms[lane] + 1e-6)
    plan.clippingFactors[lane] = S(rounding: factor.atMost(1))
    lane &+= 1
  }
}

/// Moves all parameters by the formula of the plan's optimizer.
@inline(always) private func move<Sweep: ParameterLoop>(
  _ sweep: Sweep, _ count: Int, _ plan: UpdatePlan<Sweep.S>
) {
  switch plan.optimizer {
  case .sgd:
    if !plan.hasMomentum {
      sweep.apply(PlainStep.self, from: 0, count: count)
    } else if plan.isNesterov {
      sweep.apply(NesterovStep.self, from: 0, count: count)
    } else {
      sweep.apply(MomentumStep.self, from: 0, count: count)
    }
  case .adagrad: sweep.apply(AdagradStep.self, from: 0, count: count)
  case .rmsprop:
    if plan.hasMomentum {
      sweep.apply(RMSPropMomentumStep.self, from: 0, count: count)
    } else {
      sweep.apply(RMSPropStep.self, from: 0, count: count)
    }
  case .adam, .adamw: sweep.apply(AdamStep.self, from: 0, count: count)
  case .nadam: sweep.apply(NadamStep.self, from: 0, count: count)
  }
}

/// Adds the squares of `count` rows of `width` numbers, `stride` apart, to as many sums, rows
/// ascending, each by a fused multiply-add in float64.
@inline(always) func addSquares<S: KernelScalar>(
  _ numbers: UnsafePointer<S>, width: Int, count: Int, stride: Int,
  to sums: UnsafeMutablePointer<Double>
) {
  var row = numbers
  var i = 0
  while i < count {
    var k = 0
    while k < width {
      let number = row[k].widened
      sums[k] = sums[k].fma(number, number)
      k &+= 1
    }
    row += stride
    i &+= 1
  }
}
