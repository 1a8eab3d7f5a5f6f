/// z / 6 + ½, clipped to 0 … 1: the cheap sigmoid of Keras 3, which is relu6(z + 3) / 6.
enum HardSigmoid: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    ((logit + V(broadcast: V.Scalar(rounding: 3))) * sixth()).atLeast(V.zero).atMost(V.one)
  }

  /// 1/6 inside, and 0 at ±3 and beyond.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    let three = V(broadcast: V.Scalar(rounding: 3))
    return logit.replacing(with: sixth(), where: V.isLess(logit.magnitude, three))
      .replacing(with: V.zero, where: V.isAtMost(three, logit.magnitude))
  }

  /// 1/6.
  @inline(always) private static func sixth<V: Lanes>() -> V {
    V(broadcast: V.Scalar(rounding: 1.0 / 6))
  }
}
