internal import KernelTable

/// Gradient descent (`torch.optim.SGD`, dampening 0): with rate r and momentum μ,
///
///     v ← fma(μ, v, g)
///     w ← fma(−r, v, w)                  or, with Nesterov's look ahead, w ← fma(−r, fma(μ, v, g), w)
///
/// and without momentum w ← fma(−r, g, w). Velocities start at 0, so that the first is g.
@inline(never) func descend<S: KernelScalar>(_ plan: UpdatePlan<S>) {
  if plan.momentum == 0 {
    sweep(PlainStep<S>.self, plan)
  } else if plan.isNesterov {
    sweep(NesterovStep<S>.self, plan)
  } else {
    sweep(MomentumStep<S>.self, plan)
  }
}

/// One formula for the step of a parameter.
private protocol DescentStep {
  /// The precision.
  associatedtype S: KernelScalar
  /// Moves the weights w, and the velocities v where it has them.
  static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<S>, _ g: UnsafePointer<S>, _ v: UnsafeMutablePointer<S>,
    minusRate: L, momentum: L
  ) where L.Scalar == S
}

/// w ← fma(−r, g, w).
private enum PlainStep<S: KernelScalar>: DescentStep {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<S>, _ g: UnsafePointer<S>, _ v: UnsafeMutablePointer<S>,
    minusRate: L, momentum: L
  ) where L.Scalar == S {
    L.load(w).fma(minusRate, L.load(g)).store(w)
  }
}

/// v ← fma(μ, v, g); w ← fma(−r, v, w).
private enum MomentumStep<S: KernelScalar>: DescentStep {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<S>, _ g: UnsafePointer<S>, _ v: UnsafeMutablePointer<S>,
    minusRate: L, momentum: L
  ) where L.Scalar == S {
    let velocity = L.load(g).fma(momentum, L.load(v))
    velocity.store(v)
    L.load(w).fma(minusRate, velocity).store(w)
  }
}

/// v ← fma(μ, v, g); w ← fma(−r, fma(μ, v, g), w).
private enum NesterovStep<S: KernelScalar>: DescentStep {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<S>, _ g: UnsafePointer<S>, _ v: UnsafeMutablePointer<S>,
    minusRate: L, momentum: L
  ) where L.Scalar == S {
    let gradient = L.load(g)
    let velocity = gradient.fma(momentum, L.load(v))
    velocity.store(v)
    L.load(w).fma(minusRate, gradient.fma(momentum, velocity)).store(w)
  }
}

/// Applies a formula to all parameters.
@inline(always) private func sweep<Step: DescentStep>(
  _: Step.Type, _ plan: UpdatePlan<Step.S>
) {
  typealias S = Step.S
  let minusRate = S(rounding: plan.learningRate).negated
  let momentum = S(rounding: plan.momentum)
  let minusRates = S.Vector(broadcast: minusRate)
  let momenta = S.Vector(broadcast: momentum)
  var k = 0
  while k &+ S.Vector.count <= plan.count {
    Step.apply(
      plan.parameters + k, plan.gradients + k, plan.state + k, minusRate: minusRates,
      momentum: momenta)
    k &+= S.Vector.count
  }
  while k < plan.count {
    Step.apply(
      plan.parameters + k, plan.gradients + k, plan.state + k, minusRate: minusRate,
      momentum: momentum)
    k &+= 1
  }
}
