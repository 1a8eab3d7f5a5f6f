/// A loss that is a sum over samples and outputs of a function of one output and its target.
protocol PointwiseLoss {
  /// The term of one output, from its logit z, its value o = f(z) and its target y, and the number
  /// that the loss depends on.
  static func term<L: Lanes>(logit z: L, value o: L, target y: L, parameter: L) -> L

  /// The term's derivative, up to the batch's factor: with respect to o, or to z where the loss
  /// brings its own activation.
  static func slope<L: Lanes>(value o: L, target y: L, parameter: L) -> L
}

/// (o − y)², whose derivative is 2 (o − y): the 2 is in the batch's factor.
enum SquaredError: PointwiseLoss {
  @inline(always) static func term<L: Lanes>(logit z: L, value o: L, target y: L, parameter: L) -> L
  {
    let error = o - y
    return error * error
  }

  @inline(always) static func slope<L: Lanes>(value o: L, target y: L, parameter: L) -> L { o - y }
}

/// |o − y|, whose derivative is the sign of o − y, and 0 at 0.
enum AbsoluteError: PointwiseLoss {
  @inline(always) static func term<L: Lanes>(logit z: L, value o: L, target y: L, parameter: L) -> L
  {
    (o - y).magnitude
  }

  @inline(always) static func slope<L: Lanes>(value o: L, target y: L, parameter: L) -> L {
    // What is neither above nor below 0 stays itself: 0, or NaN.
    let error = o - y
    return error.replacing(with: .one, where: L.isLess(.zero, error))
      .replacing(with: L.one.negated, where: L.isLess(error, .zero))
  }
}

/// e² / 2 for errors e = o − y up to delta, delta · (|e| − delta / 2) beyond (P. Huber, 1964;
/// `torch.nn.HuberLoss`); its derivative is e, cut at ±delta.
enum HuberError: PointwiseLoss {
  @inline(always) static func term<L: Lanes>(logit z: L, value o: L, target y: L, parameter: L) -> L
  {
    let magnitude = (o - y).magnitude
    let bounded = magnitude.atMost(parameter)
    return bounded * (magnitude - bounded * L(broadcast: L.Scalar(rounding: 0.5)))
  }

  @inline(always) static func slope<L: Lanes>(value o: L, target y: L, parameter: L) -> L {
    (o - y).atMost(parameter).atLeast(parameter.negated)
  }
}

/// −y ln p − (1 − y) ln(1 − p) with p = sigmoid(z), which is max(z, 0) − z y + ln(1 + e^−|z|);
/// its derivative with respect to z is p − y.
enum SigmoidCrossEntropy: PointwiseLoss {
  @inline(always) static func term<L: Lanes>(logit z: L, value o: L, target y: L, parameter: L) -> L
  {
    let positivePart = z.replacing(with: .zero, where: L.isLess(z, .zero))
    return positivePart.fma(z.negated, y) + logOnePlus(exp(z.magnitude.negated))
  }

  @inline(always) static func slope<L: Lanes>(value o: L, target y: L, parameter: L) -> L { o - y }
}
