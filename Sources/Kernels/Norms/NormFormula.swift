/// The formulas of `torch.nn.BatchNorm1d` and `torch.nn.LayerNorm`, one number at a time; they differ
/// in what means are over.
///
/// With the mean μ and the biased variance v of weighted sums z: r = 1 / √(v + ε), x̂ = (z − μ) · r,
/// and scale · x̂ + shift goes on to the activation. NaN travels through all of it.
enum NormFormula {
  /// r.
  @inline(always) static func reciprocalDeviation<L: Lanes>(variance: L, epsilon: L) -> L {
    .one / (variance + epsilon).squareRoot
  }

  /// x̂.
  @inline(always) static func normalized<L: Lanes>(
    _ z: L, mean: L, reciprocalDeviation r: L
  ) -> L {
    (z - mean) * r
  }

  /// scale · x̂ + shift, rounded once.
  @inline(always) static func value<L: Lanes>(_ normalized: L, scale: L, shift: L) -> L {
    shift.fma(scale, normalized)
  }

  /// The derivative with respect to z: factor · ((g − mean g) − x̂ · mean(g · x̂)).
  ///
  /// For `batch` g is the derivative with respect to the value, and the factor scale · r; for `layer`
  /// g is that times the scale, and the factor r.
  @inline(always) static func delta<L: Lanes>(
    _ g: L, normalized: L, meanSlope: L, meanProduct: L, factor: L
  ) -> L {
    (g - meanSlope).fma(normalized, meanProduct.negated) * factor
  }
}
