/// What becomes of the sums of a `UnitProduct` while they are in registers.
protocol SumFinish {
  /// The precision.
  associatedtype S: KernelScalar
  /// Takes the sums that belong at `place` and after it in `[units × rows × lanes]`.
  func take<V: Lanes>(_ sums: V, at place: Int) where V.Scalar == S
}

/// Sums of a `UnitProduct`: as many as a formula is best computed for at once, or several times as many.
protocol UnitSums: Lanes {
  /// Hands over the sums that belong at `place` and after it.
  func hand<Finish: SumFinish>(to finish: Finish, at place: Int) where Finish.S == Scalar
}

extension UnitSums {
  @inline(always) func hand<Finish: SumFinish>(to finish: Finish, at place: Int)
  where Finish.S == Scalar {
    finish.take(self, at: place)
  }
}

extension FloatQuad: UnitSums {}

extension DoubleQuad: UnitSums {}

/// One half after the other: the formulas of both at once would want more registers than there are, and
/// put all divisions to their end.
extension Pair: UnitSums where Half: UnitSums {
  @inline(always) func hand<Finish: SumFinish>(to finish: Finish, at place: Int)
  where Finish.S == Scalar {
    low.hand(to: finish, at: place)
    high.hand(to: finish, at: place &+ Half.count)
  }
}

/// Stores sums as they are.
struct StoredSums<S: KernelScalar>: SumFinish {
  /// Where they go.
  let target: UnsafeMutablePointer<S>

  @inline(always) func take<V: Lanes>(_ sums: V, at place: Int) where V.Scalar == S {
    sums.store(target + place)
  }
}

/// Stores f(z) of each sum z, for an activation without a parameter.
struct ActivatedSums<F: ActivationFunction, S: KernelScalar>: SumFinish {
  /// Where z goes; nil where nobody needs it.
  let logits: UnsafeMutablePointer<S>?
  /// Where f(z) goes.
  let values: UnsafeMutablePointer<S>

  @inline(always) func take<V: Lanes>(_ sums: V, at place: Int) where V.Scalar == S {
    if let logits { sums.store(logits + place) }
    F.value(sums, parameter: V.zero).store(values + place)
  }
}

/// Stores each sum times f′(z), for an activation without a parameter whose derivative is computed from
/// f(z) alone.
struct SumsTimesDerivative<F: ActivationFunction, S: KernelScalar>: SumFinish {
  /// f(z).
  let values: UnsafePointer<S>
  /// Where the products go.
  let target: UnsafeMutablePointer<S>

  @inline(always) func take<V: Lanes>(_ sums: V, at place: Int) where V.Scalar == S {
    let value = V.load(values + place)
    (sums * F.derivative(value, value: value, parameter: V.zero)).store(target + place)
  }
}
