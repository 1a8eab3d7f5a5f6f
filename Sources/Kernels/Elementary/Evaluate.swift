import KernelInterface

/// A function of one number, as a type, so that each has a loop of its own.
private protocol UnaryFunction {
  /// The function of every lane.
  static func value<V: Lanes>(_ x: V) -> V
}

private enum Exp: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { exp(x) }
}

private enum ExpMinusOne: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { expMinusOne(x) }
}

private enum Log: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { log(x) }
}

private enum LogOnePlus: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { logOnePlus(x) }
}

private enum HyperbolicTangent: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { tanh(x) }
}

private enum Erf: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { erf(x) }
}

private enum Logistic: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { sigmoid(x) }
}

private enum SoftPlus: UnaryFunction {
  @inline(always) static func value<V: Lanes>(_ x: V) -> V { softplus(x) }
}

/// Writes `function` of each of `count` numbers of `source` to `target`, which may be `source`; `V` is
/// what the loop takes at once.
@inline(always) func evaluate<S: KernelScalar, V: Lanes>(
  _ function: ElementaryFunction, source: UnsafePointer<S>, target: UnsafeMutablePointer<S>,
  count: Int, _: V.Type
) where V.Scalar == S {
  switch function {
  case .exp: map(Exp.self, source, target, count, V.self)
  case .expMinusOne: map(ExpMinusOne.self, source, target, count, V.self)
  case .log: map(Log.self, source, target, count, V.self)
  case .logOnePlus: map(LogOnePlus.self, source, target, count, V.self)
  case .tanh: map(HyperbolicTangent.self, source, target, count, V.self)
  case .erf: map(Erf.self, source, target, count, V.self)
  case .sigmoid: map(Logistic.self, source, target, count, V.self)
  case .softplus: map(SoftPlus.self, source, target, count, V.self)
  }
}

/// A function of each number.
private struct Evaluated<F: UnaryFunction, S: KernelScalar>: Pointwise {
  let source: UnsafePointer<S>
  let target: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S {
    F.value(L.load(source + place)).store(target + place)
  }
}

/// The loop of `evaluate` for one function.
@inline(always) private func map<F: UnaryFunction, S: KernelScalar, V: Lanes>(
  _: F.Type, _ source: UnsafePointer<S>, _ target: UnsafeMutablePointer<S>, _ count: Int, _: V.Type
) where V.Scalar == S {
  forEach(Evaluated<F, S>(source: source, target: target), count: count, V.self)
}
