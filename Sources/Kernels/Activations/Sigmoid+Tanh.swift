/// σ(z) = 1 / (1 + e^−z).
enum Sigmoid: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { false }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V { sigmoid(logit) }

  /// a (1 − a), whose absolute error is that of a: 1.5 · 2^−24 in float32. What a loses near 1 it
  /// loses relative to itself; an exponential that saved it would cost six times as much.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    value * (V.one - value)
  }
}

/// The hyperbolic tangent.
enum Tanh: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { false }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V { tanh(logit) }

  /// 1 − a², from a for the reason given at `Sigmoid`; its absolute error is 3.7 · 2^−24 in float32.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    V.one.fma(value.negated, value)
  }
}
