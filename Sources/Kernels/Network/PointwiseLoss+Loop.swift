internal import KernelInterface

extension LossPlan {
  /// How many outputs there are in all.
  @inline(always) var count: Int { rows &* outputs &* lanes }
}

/// The terms of all samples and outputs, laid out as the plan's matrices.
struct LossTerms<Loss: PointwiseLoss, S: KernelScalar>: Pointwise {
  /// z.
  let logits: UnsafePointer<S>
  /// o.
  let values: UnsafePointer<S>
  /// y.
  let targets: UnsafePointer<S>
  /// The number that the loss depends on.
  let parameter: S
  /// Where the terms go.
  let terms: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S {
    Loss.term(
      logit: L.load(logits + place), value: L.load(values + place),
      target: L.load(targets + place), parameter: L(broadcast: parameter)
    ).store(terms + place)
  }
}

/// The slopes of all samples and outputs, each times a factor, laid out as the plan's matrices.
struct LossSlopes<Loss: PointwiseLoss, S: KernelScalar>: Pointwise {
  /// o.
  let values: UnsafePointer<S>
  /// y.
  let targets: UnsafePointer<S>
  /// The number that the loss depends on.
  let parameter: S
  /// What slopes are multiplied by.
  let factor: S
  /// Where the products go.
  let deltas: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S {
    let slope = Loss.slope(
      value: L.load(values + place), target: L.load(targets + place),
      parameter: L(broadcast: parameter))
    (slope * L(broadcast: factor)).squarableOrZero.store(deltas + place)
  }
}

/// Writes the terms of all samples and outputs.
@inline(always) func writeTerms<S: KernelScalar, Loss: PointwiseLoss, V: Lanes>(
  of _: Loss.Type, _ plan: LossPlan<S>, _: V.Type, to terms: UnsafeMutablePointer<S>
) where V.Scalar == S {
  let operation = LossTerms<Loss, S>(
    logits: plan.logits, values: plan.values, targets: plan.targets,
    parameter: S(rounding: plan.parameter), terms: terms)
  forEach(operation, count: plan.count, V.self)
}

/// Writes the slopes of all samples and outputs, each times `factor`.
@inline(always) func writeSlopes<S: KernelScalar, Loss: PointwiseLoss, V: Lanes>(
  of _: Loss.Type, _ plan: LossPlan<S>, times factor: Double, _: V.Type,
  to deltas: UnsafeMutablePointer<S>
) where V.Scalar == S {
  let operation = LossSlopes<Loss, S>(
    values: plan.values, targets: plan.targets, parameter: S(rounding: plan.parameter),
    factor: S(rounding: factor), deltas: deltas)
  forEach(operation, count: plan.count, V.self)
}

/// The sum given and `terms`, each widened and added in float64, ascending.
@inline(always) func addTerms<S: KernelScalar>(
  _ terms: UnsafePointer<S>, count: Int, to sum: Double
) -> Double {
  var sum = sum
  var k = 0
  while k < count {
    sum += terms[k].widened
    k &+= 1
  }
  return sum
}
