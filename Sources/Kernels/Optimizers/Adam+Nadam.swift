/// `torch.optim.Adam` and `AdamW` (D. Kingma, J. Ba, 2015; I. Loshchilov, F. Hutter, 2019):
///
///     m ← m + (1 − β₁) (g − m);  s ← β₂ s + (1 − β₂) g²
///     w ← (1 − r λ) w − r / (1 − β₁^t) · m / (√s / √(1 − β₂^t) + ε)
///
/// with λ = 0 for Adam, whose weight decay is a part of the gradient.
enum AdamStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    let (mean, divisor) = moments(L.load(g), first, second, numbers)
    (L.load(w) * numbers.weightFactor).fma(numbers.minusRate, mean / divisor).store(w)
  }

  /// m and √s / √(1 − β₂^t) + ε, with both means renewed.
  @inline(always) static func moments<L: Lanes>(
    _ gradient: L, _ first: UnsafeMutablePointer<L.Scalar>,
    _ second: UnsafeMutablePointer<L.Scalar>, _ numbers: StepNumbers<L>
  ) -> (mean: L, divisor: L) {
    let oldMean = L.load(first)
    let mean = oldMean.fma(numbers.gradientShare, gradient - oldMean).normalOrZero
    mean.store(first)
    let squares = meanOfSquares(L.load(second), gradient, numbers)
    squares.store(second)
    return (mean, numbers.epsilon.fma(squares.squareRoot, numbers.squareScale))
  }
}

/// `torch.optim.NAdam` (T. Dozat, 2016): with the means of Adam and a momentum μ_t that grows,
///
///     w ← w − (r (1 − μ_t) / (1 − Πμ) · g + r μ_(t+1) / (1 − Πμ · μ_(t+1)) · m) / (√(s / (1 − β₂^t)) + ε)
enum NadamStep: StepFormula {
  @inline(always) static func apply<L: Lanes>(
    _ w: UnsafeMutablePointer<L.Scalar>, _ g: UnsafeMutablePointer<L.Scalar>,
    _ first: UnsafeMutablePointer<L.Scalar>, _ second: UnsafeMutablePointer<L.Scalar>,
    _ numbers: StepNumbers<L>
  ) {
    let gradient = L.load(g)
    let (mean, divisor) = AdamStep.moments(gradient, first, second, numbers)
    let direction = (numbers.minusMeanRate * mean).fma(numbers.minusRate, gradient)
    (L.load(w) + direction / divisor).store(w)
  }
}
