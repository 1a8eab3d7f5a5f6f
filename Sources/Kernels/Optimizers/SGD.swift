/// Gradient descent (`torch.optim.SGD`): w ← fma(−r, g, w).
enum PlainStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    L.load(w).fma(numbers.minusRate, L.load(g)).store(w)
  }
}

/// Gradient descent with momentum μ and dampening 0: v ← fma(μ, v, g); w ← fma(−r, v, w).
///
/// Velocities start at 0, so that the first is g.
enum MomentumStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    let velocity = L.load(g).fma(numbers.momentum, L.load(first)).normalOrZero
    velocity.store(first)
    L.load(w).fma(numbers.minusRate, velocity).store(w)
  }
}

/// Gradient descent with Nesterov's look ahead: v as above; w ← fma(−r, fma(μ, v, g), w).
enum NesterovStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    let gradient = L.load(g)
    let velocity = gradient.fma(numbers.momentum, L.load(first)).normalOrZero
    velocity.store(first)
    L.load(w).fma(numbers.minusRate, gradient.fma(numbers.momentum, velocity)).store(w)
  }
}
