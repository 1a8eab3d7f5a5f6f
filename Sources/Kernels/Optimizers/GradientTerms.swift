/// Weight decay as a part of the gradient: g ← fma(λ, w, g).
enum WeightDecayTerm: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    L.load(g).fma(numbers.weightDecay, L.load(w)).store(g)
  }
}

/// The gradient of λ Σ w²: g ← fma(2 λ, w, g).
enum L2Term: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    L.load(g).fma(numbers.twiceL2, L.load(w)).store(g)
  }
}

/// The gradient of λ Σ |w|: g ← g + λ sign(w), with subgradient 0 at 0.
enum L1Term: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    // What is neither above nor below 0 stays itself: 0, or NaN.
    let weight = L.load(w)
    let term = weight.replacing(with: numbers.l1, where: L.isLess(.zero, weight))
      .replacing(with: numbers.l1.negated, where: L.isLess(weight, .zero))
    (L.load(g) + term).store(g)
  }
}

/// Clipping of the gradient's norm: g ← factor · g.
enum ClippingFactor: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    (L.load(g) * numbers.clippingFactor).store(g)
  }
}
