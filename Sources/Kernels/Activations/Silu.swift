/// z · σ(z), also called swish (S. Elfwing, E. Uchibe, K. Doya, 2017).
enum Silu: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    logit * sigmoid(logit)
  }

  /// σ(z) + a · σ(−z), where σ(−z) = 1 − σ(z) is not taken as that difference.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    let e = exp(logit.magnitude.negated)
    let larger = V.one / (V.one + e)
    let smaller = e * larger
    let isNegative = V.isLess(logit, V.zero)
    return larger.replacing(with: smaller, where: isNegative)
      .fma(value, smaller.replacing(with: larger, where: isNegative))
  }
}
