/// What becomes of the sums of a `UnitProduct` while they are in registers.
protocol SumFinish {
  /// The precision.
  associatedtype S: KernelScalar
  /// Takes the sums that belong at `place` and after it in `[units × rows × lanes]`.
  func take<V: Lanes>(_ sums: V, at place: Int) where V.Scalar == S
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
