/// max(z, 0), but NaN stays NaN; its derivative at 0 is 0.
enum Relu: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { false }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    logit.atLeast(V.zero)
  }

  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    LeakyRelu.derivative(logit, value: value, parameter: V.zero)
  }
}

/// z, or `parameter` · z below 0; its derivative at 0 is that from below.
enum LeakyRelu: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    logit.replacing(with: logit * parameter, where: V.isLess(logit, V.zero))
  }

  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    // The second comparison waits for the first, so that their masks share registers.
    let above = logit.replacing(with: V.one, where: V.isLess(V.zero, logit))
    return above.replacing(with: parameter, where: V.isAtMost(above, V.zero))
  }
}

/// z: no activation.
enum Linear: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { false }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V { logit }

  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    V.one
  }
}
