import KernelTable

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

/// Writes `function` of each of `count` numbers of `source` to `target`, which may be `source`.
func evaluate<S: KernelScalar>(
  _ function: ElementaryFunction, source: UnsafePointer<S>, target: UnsafeMutablePointer<S>,
  count: Int
) {
  switch function {
  case .exp: map(Exp.self, source, target, count)
  case .expMinusOne: map(ExpMinusOne.self, source, target, count)
  case .log: map(Log.self, source, target, count)
  case .logOnePlus: map(LogOnePlus.self, source, target, count)
  case .tanh: map(HyperbolicTangent.self, source, target, count)
  case .erf: map(Erf.self, source, target, count)
  case .sigmoid: map(Logistic.self, source, target, count)
  case .softplus: map(SoftPlus.self, source, target, count)
  }
}

/// Writes the function of each of `count` numbers of `source` to `target`.
///
/// Not inlined, here as elsewhere: where several loops share a function, the compiler keeps vectors
/// in pieces, and is five times slower.
@inline(never) private func map<F: UnaryFunction, S: KernelScalar>(
  _: F.Type, _ source: UnsafePointer<S>, _ target: UnsafeMutablePointer<S>, _ count: Int
) {
  var i = 0
  while i &+ S.Vector.count <= count {
    F.value(S.Vector.load(source + i)).store(target + i)
    i &+= S.Vector.count
  }
  while i < count {
    F.value(S.load(source + i)).store(target + i)
    i &+= 1
  }
}
