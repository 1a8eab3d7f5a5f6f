internal import KernelInterface

/// A layer norm of `rows` rows of `units` units: means are over the units of each row, features
/// ascending.
struct LayerNorm<S: KernelScalar> {
  /// The number of rows.
  let rows: Int
  /// The number of units.
  let units: Int
  /// What is added to variances.
  let epsilon: S
  /// x̂, `[rows × units]`.
  let normalized: UnsafeMutablePointer<S>
  /// r, `[rows]`.
  let deviations: UnsafeMutablePointer<S>
  /// Learned, `[units]`.
  let scales: UnsafePointer<S>
  /// Learned, `[units]`.
  let shifts: UnsafePointer<S>

  /// Writes x̂, r and the values in place of z, `[rows × units]`.
  @inline(always) func writeValues(_ numbers: UnsafeMutablePointer<S>) {
    var row = 0
    while row &+ 8 <= rows {
      writeValues(numbers, from: row, InlineArray<8, S>.self)
      row &+= 8
    }
    while row < rows {
      writeValues(numbers, from: row, InlineArray<1, S>.self)
      row &+= 1
    }
  }

  /// Turns deltas of values, `[rows × units]`, into those of z.
  @inline(always) func inputGradient(_ deltas: UnsafeMutablePointer<S>) {
    var row = 0
    while row &+ 8 <= rows {
      inputGradient(deltas, from: row, InlineArray<8, S>.self)
      row &+= 8
    }
    while row < rows {
      inputGradient(deltas, from: row, InlineArray<1, S>.self)
      row &+= 1
    }
  }

  /// The values of M rows, whose sums go on side by side.
  @inline(always) private func writeValues<let M: Int>(
    _ numbers: UnsafeMutablePointer<S>, from row: Int, _: InlineArray<M, S>.Type
  ) {
    let count = S(rounding: Double(units))
    let z = numbers + row &* units
    var means = InlineArray<M, S>(repeating: .zero)
    var squares = means
    var unit = 0
    while unit < units {
      for i in 0..<M { means[unchecked: i] = means[unchecked: i] + z[i &* units &+ unit] }
      unit &+= 1
    }
    for i in 0..<M { means[unchecked: i] = means[unchecked: i] / count }
    unit = 0
    while unit < units {
      for i in 0..<M {
        let error = z[i &* units &+ unit] - means[unchecked: i]
        squares[unchecked: i] = squares[unchecked: i].fma(error, error)
      }
      unit &+= 1
    }
    for i in 0..<M {
      let deviation = NormFormula.reciprocalDeviation(
        variance: squares[unchecked: i] / count, epsilon: epsilon)
      deviations[row &+ i] = deviation
      let offset = (row &+ i) &* units
      let values = RowValues(
        mean: means[unchecked: i], deviation: deviation, numbers: numbers + offset,
        normalized: normalized + offset, scales: scales, shifts: shifts)
      forEach(values, count: units, S.Vector.self)
    }
  }

  /// The deltas of M rows, whose sums go on side by side.
  @inline(always) private func inputGradient<let M: Int>(
    _ deltas: UnsafeMutablePointer<S>, from row: Int, _: InlineArray<M, S>.Type
  ) {
    let count = S(rounding: Double(units))
    let g = deltas + row &* units
    let x = normalized + row &* units
    var slopes = InlineArray<M, S>(repeating: .zero)
    var products = slopes
    var unit = 0
    while unit < units {
      for i in 0..<M {
        let slope = g[i &* units &+ unit] * scales[unit]
        slopes[unchecked: i] = slopes[unchecked: i] + slope
        products[unchecked: i] = products[unchecked: i].fma(slope, x[i &* units &+ unit])
      }
      unit &+= 1
    }
    for i in 0..<M {
      let rowDeltas = RowDeltas(
        meanSlope: slopes[unchecked: i] / count, meanProduct: products[unchecked: i] / count,
        deviation: deviations[row &+ i], deltas: g + i &* units, normalized: x + i &* units,
        scales: scales)
      forEach(rowDeltas, count: units, S.Vector.self)
    }
  }
}

/// x̂ and the values in place of z, of one row by its μ and r.
private struct RowValues<S: KernelScalar>: Pointwise {
  /// μ.
  let mean: S
  /// r.
  let deviation: S
  /// z, then the values, `[units]`.
  let numbers: UnsafeMutablePointer<S>
  /// x̂, `[units]`.
  let normalized: UnsafeMutablePointer<S>
  /// Learned, `[units]`.
  let scales: UnsafePointer<S>
  /// Learned, `[units]`.
  let shifts: UnsafePointer<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    let x = NormFormula.normalized(
      L.load(numbers + unit), mean: L(broadcast: mean),
      reciprocalDeviation: L(broadcast: deviation))
    x.store(normalized + unit)
    NormFormula.value(x, scale: L.load(scales + unit), shift: L.load(shifts + unit))
      .store(numbers + unit)
  }
}

/// Deltas of the values of one row turned into those of z.
private struct RowDeltas<S: KernelScalar>: Pointwise {
  /// The mean of g.
  let meanSlope: S
  /// The mean of g · x̂.
  let meanProduct: S
  /// r.
  let deviation: S
  /// The derivatives by the values, then those by z, `[units]`.
  let deltas: UnsafeMutablePointer<S>
  /// x̂, `[units]`.
  let normalized: UnsafePointer<S>
  /// Learned, `[units]`.
  let scales: UnsafePointer<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    NormFormula.delta(
      L.load(deltas + unit) * L.load(scales + unit), normalized: L.load(normalized + unit),
      meanSlope: L(broadcast: meanSlope), meanProduct: L(broadcast: meanProduct),
      factor: L(broadcast: deviation)
    ).store(deltas + unit)
  }
}
