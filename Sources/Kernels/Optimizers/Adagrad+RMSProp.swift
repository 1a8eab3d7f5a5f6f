/// `torch.optim.Adagrad`: s ← s + g²; w ← w − r · g / (√s + ε).
enum AdagradStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    let gradient = L.load(g)
    let root = gradient.squarableOrZero
    let squares = L.load(first).fma(root, root).normalOrZero
    squares.store(first)
    let direction = gradient / (squares.squareRoot + numbers.epsilon)
    L.load(w).fma(numbers.minusRate, direction).store(w)
  }
}

/// `torch.optim.RMSprop`, not centered: s ← α s + (1 − α) g²; w ← w − r · g / (√s + ε).
enum RMSPropStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    L.load(w).fma(numbers.minusRate, direction(g, first, numbers)).store(w)
  }

  /// g / (√s + ε), with s renewed.
  @inline(always) static func direction<L: Lanes>(
    _ g: UnsafeMutablePointer<L.Scalar>, _ squares: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) -> L {
    let gradient = L.load(g)
    let mean = meanOfSquares(L.load(squares), gradient, numbers)
    mean.store(squares)
    return gradient / (mean.squareRoot + numbers.epsilon)
  }
}

/// RMSprop with momentum μ: v ← μ v + g / (√s + ε); w ← w − r · v.
enum RMSPropMomentumStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    let velocity = RMSPropStep.direction(g, first, numbers)
      .fma(numbers.momentum, L.load(second)).normalOrZero
    velocity.store(second)
    L.load(w).fma(numbers.minusRate, velocity).store(w)
  }
}

/// The running mean of squares with one more: kept · s + share · g². None is subnormal.
@inline(always) func meanOfSquares<L: Lanes>(
  _ mean: L, _ gradient: L, _ numbers: StepNumbers<L>
) -> L {
  let root = gradient.squarableOrZero
  return (mean * numbers.squareKept).fma(numbers.squareShare, root * root).normalOrZero
}
