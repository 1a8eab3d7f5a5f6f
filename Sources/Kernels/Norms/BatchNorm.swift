internal import KernelInterface

/// What a batch norm reads and writes, of `rows` rows of `units` units.
struct BatchNorm<S: KernelScalar> {
  /// The number of rows.
  let rows: Int
  /// How far apart rows are.
  let units: Int
  /// What is added to variances.
  let epsilon: S
  /// The share of each batch in the running statistics.
  let momentum: S
  /// What is kept of the running statistics.
  let kept: S
  /// z, then the values, `[rows × units]`.
  let numbers: UnsafeMutablePointer<S>
  /// x̂, `[rows × units]`.
  let normalized: UnsafeMutablePointer<S>
  /// μ, `[units]`.
  let means: UnsafeMutablePointer<S>
  /// r, `[units]`.
  let deviations: UnsafeMutablePointer<S>
  /// Running means, `[units]`.
  let runningMeans: UnsafeMutablePointer<S>
  /// Running variances, `[units]`.
  let runningVariances: UnsafeMutablePointer<S>
  /// Learned, `[units]`.
  let scales: UnsafePointer<S>
  /// Learned, `[units]`.
  let shifts: UnsafePointer<S>
}

/// μ and r of a batch, each sum over its rows ascending from +0, and what they make of the running
/// statistics.
///
/// The running variance takes the unbiased variance, as PyTorch's does. A single row has none: it
/// moves the running mean alone.
struct BatchStatistics<S: KernelScalar>: Pointwise {
  /// The batch.
  let norm: BatchNorm<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    let count = L(broadcast: S(rounding: Double(norm.rows)))
    let mean = fold(at: unit) { (sum: L, z: L) in sum + z } / count
    let squares = fold(at: unit) { (sum: L, z: L) in sum.fma(z - mean, z - mean) }
    mean.store(norm.means + unit)
    NormFormula.reciprocalDeviation(
      variance: squares / count, epsilon: L(broadcast: norm.epsilon)
    ).store(norm.deviations + unit)
    move(norm.runningMeans + unit, by: mean)
    if norm.rows > 1 {
      let others = L(broadcast: S(rounding: Double(norm.rows &- 1)))
      move(norm.runningVariances + unit, by: squares / others)
    }
  }

  /// What comes of +0 when the z of each row is added in its turn.
  @inline(always) private func fold<L: Lanes>(at unit: Int, _ add: (_ sum: L, _ z: L) -> L) -> L
  where L.Scalar == S {
    var sum = L.zero
    var place = norm.numbers + unit
    var row = 0
    while row < norm.rows {
      sum = add(sum, L.load(place))
      place += norm.units
      row &+= 1
    }
    return sum
  }

  /// running ← (1 − momentum) · running + momentum · statistic.
  @inline(always) private func move<L: Lanes>(_ running: UnsafeMutablePointer<S>, by statistic: L)
  where L.Scalar == S {
    (L.load(running) * L(broadcast: norm.kept))
      .fma(L(broadcast: norm.momentum), statistic).store(running)
  }
}

/// μ and r of the running statistics.
struct RunningStatistics<S: KernelScalar>: Pointwise {
  /// The batch.
  let norm: BatchNorm<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    L.load(norm.runningMeans + unit).store(norm.means + unit)
    NormFormula.reciprocalDeviation(
      variance: L.load(norm.runningVariances + unit), epsilon: L(broadcast: norm.epsilon)
    ).store(norm.deviations + unit)
  }
}

/// x̂ and the values in place of z, of all rows by one μ and r for each unit.
struct BatchValues<S: KernelScalar>: Pointwise {
  /// The batch, or some of its rows.
  let norm: BatchNorm<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    let mean = L.load(norm.means + unit)
    let deviation = L.load(norm.deviations + unit)
    let scale = L.load(norm.scales + unit)
    let shift = L.load(norm.shifts + unit)
    var place = unit
    var row = 0
    while row < norm.rows {
      let normalized = NormFormula.normalized(
        L.load(norm.numbers + place), mean: mean, reciprocalDeviation: deviation)
      normalized.store(norm.normalized + place)
      NormFormula.value(normalized, scale: scale, shift: shift).store(norm.numbers + place)
      place &+= norm.units
      row &+= 1
    }
  }
}
