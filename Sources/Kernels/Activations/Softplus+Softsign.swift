/// ln(1 + e^z), a smooth relu.
enum Softplus: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V { softplus(logit) }

  /// σ(z), since 1 − e^−a loses what a loses.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    sigmoid(logit)
  }
}

/// z / (1 + |z|).
enum Softsign: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    logit / (V.one + logit.magnitude)
  }

  /// 1 / (1 + |z|)², since 1 − |a| loses what a loses near 1.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    let inverse = V.one / (V.one + logit.magnitude)
    return inverse * inverse
  }
}
