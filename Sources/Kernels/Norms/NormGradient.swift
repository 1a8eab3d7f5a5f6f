internal import KernelInterface

/// The gradients of scale and shift: Σ g · x̂ and Σ g, rows ascending from +0.
struct NormGradient<S: KernelScalar>: Pointwise {
  /// The number of rows.
  let rows: Int
  /// How far apart rows are.
  let units: Int
  /// g, `[rows × units]`.
  let deltas: UnsafePointer<S>
  /// x̂, `[rows × units]`.
  let normalized: UnsafePointer<S>
  /// The gradient of the scale, `[units]`.
  let scales: UnsafeMutablePointer<S>
  /// The gradient of the shift, `[units]`.
  let shifts: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    var product = L.zero
    var sum = L.zero
    var place = unit
    var row = 0
    while row < rows {
      let delta = L.load(deltas + place)
      product = product.fma(delta, L.load(normalized + place))
      sum = sum + delta
      place &+= units
      row &+= 1
    }
    product.store(scales + unit)
    sum.store(shifts + unit)
  }
}

/// Deltas of the values of a batch norm turned into those of z, by the sums that are the gradients of
/// scale and shift.
struct BatchDeltas<S: KernelScalar>: Pointwise {
  /// The number of rows of the batch, which means are over.
  let batchRows: Int
  /// The number of rows that are worked on.
  let rows: Int
  /// How far apart rows are.
  let units: Int
  /// g, then the derivatives, `[rows × units]`.
  let deltas: UnsafeMutablePointer<S>
  /// x̂, `[rows × units]`.
  let normalized: UnsafePointer<S>
  /// r, `[units]`.
  let deviations: UnsafePointer<S>
  /// Learned, `[units]`.
  let scales: UnsafePointer<S>
  /// Σ g · x̂, `[units]`.
  let products: UnsafePointer<S>
  /// Σ g, `[units]`.
  let sums: UnsafePointer<S>

  @inline(always) func apply<L: Lanes>(at unit: Int, _: L.Type) where L.Scalar == S {
    let count = L(broadcast: S(rounding: Double(batchRows)))
    let meanProduct = L.load(products + unit) / count
    let meanSlope = L.load(sums + unit) / count
    let factor = L.load(scales + unit) * L.load(deviations + unit)
    var place = unit
    var row = 0
    while row < rows {
      NormFormula.delta(
        L.load(deltas + place), normalized: L.load(normalized + place), meanSlope: meanSlope,
        meanProduct: meanProduct, factor: factor
      ).store(deltas + place)
      place &+= units
      row &+= 1
    }
  }
}
