internal import KernelTable

/// z = x W + b: each sum starts at the bias, then inputs ascending.
@inline(never) func denseForward<S: StripScalar>(
  _ shape: ProductShape, inputs x: UnsafePointer<S>, weights w: UnsafePointer<S>,
  biases b: UnsafePointer<S>, logits z: UnsafeMutablePointer<S>
) {
  multiply(
    rows: shape.rows, columns: shape.outputs, depth: shape.inputs, left: x,
    leftRowStride: shape.inputs, leftDepthStride: 1, right: w, start: b, result: z)
}

/// dW = xᵀ d: each sum starts at +0, then samples ascending.
@inline(never) func denseWeightGradient<S: StripScalar>(
  _ shape: ProductShape, inputs x: UnsafePointer<S>, deltas d: UnsafePointer<S>,
  gradient: UnsafeMutablePointer<S>
) {
  multiply(
    rows: shape.inputs, columns: shape.outputs, depth: shape.rows, left: x, leftRowStride: 1,
    leftDepthStride: shape.inputs, right: d, start: nil, result: gradient)
}

/// dx = d Wᵀ: each sum starts at +0, then outputs ascending.
///
/// Vectors run over inputs, which lie apart in W, so W is transposed first.
@inline(never) func denseInputGradient<S: StripScalar>(
  _ shape: ProductShape, deltas d: UnsafePointer<S>, weights w: UnsafePointer<S>,
  gradient: UnsafeMutablePointer<S>, transposed: UnsafeMutablePointer<S>
) {
  transpose(w, rows: shape.inputs, columns: shape.outputs, into: transposed)
  multiply(
    rows: shape.rows, columns: shape.inputs, depth: shape.outputs, left: d,
    leftRowStride: shape.outputs, leftDepthStride: 1, right: transposed, start: nil,
    result: gradient)
}

/// db = Σ d over the samples: each sum starts at +0, then samples ascending. It is the weight
/// gradient of an input that is always 1, by the same fused multiply-adds.
@inline(never) func denseBiasGradient<S: StripScalar>(
  _ shape: ProductShape, deltas d: UnsafePointer<S>, gradient: UnsafeMutablePointer<S>
) {
  withUnsafePointer(to: S(rounding: 1)) { one in
    multiply(
      rows: 1, columns: shape.outputs, depth: shape.rows, left: one, leftRowStride: 0,
      leftDepthStride: 0, right: d, start: nil, result: gradient)
  }
}

/// Writes the transpose, `[columns × rows]`, of a matrix `[rows × columns]`, both row-major.
@inline(always) func transpose<S: KernelScalar>(
  _ source: UnsafePointer<S>, rows: Int, columns: Int, into target: UnsafeMutablePointer<S>
) {
  var column = 0
  while column < columns {
    var row = 0
    let line = target + column &* rows
    while row < rows {
      line[row] = source[row &* columns &+ column]
      row &+= 1
    }
    column &+= 1
  }
}
