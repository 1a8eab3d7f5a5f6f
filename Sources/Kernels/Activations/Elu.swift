/// z, or `parameter` · (e^z − 1) from 0 down (D. Clevert, T. Unterthiner, S. Hochreiter, 2016).
enum Elu: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    (parameter * expMinusOne(logit)).replacing(with: logit, where: V.isLess(V.zero, logit))
  }

  /// From z, since a + `parameter` loses the far tail.
  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    (parameter * exp(logit)).replacing(with: V.one, where: V.isLess(V.zero, logit))
  }
}

/// scale · elu(z) with alpha (G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, 2017): the
/// constants keep mean 0 and variance 1.
enum Selu: ActivationFunction {
  @inline(always) static var derivativeNeedsLogit: Bool { true }

  /// The slope above 0.
  @inline(always) private static var scale: Double { 1.050_700_987_355_480_5 }
  /// What elu's parameter is.
  @inline(always) private static var alpha: Double { 1.673_263_242_354_377_2 }

  @inline(always) static func value<V: Lanes>(_ logit: V, parameter: V) -> V {
    (V(broadcast: V.Scalar(rounding: scale * alpha)) * expMinusOne(logit))
      .replacing(
        with: V(broadcast: V.Scalar(rounding: scale)) * logit, where: V.isLess(V.zero, logit))
  }

  @inline(always) static func derivative<V: Lanes>(_ logit: V, value: V, parameter: V) -> V {
    (V(broadcast: V.Scalar(rounding: scale * alpha)) * exp(logit))
      .replacing(
        with: V(broadcast: V.Scalar(rounding: scale)), where: V.isLess(V.zero, logit))
  }
}
