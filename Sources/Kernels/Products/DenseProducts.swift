internal import KernelInterface

/// z = x W + b for a range of outputs: each sum starts at the bias, then inputs ascending.
@inline(never) func denseForward<S: StripScalar>(
  _ shape: ProductShape, outputs: Range<Int>, inputs x: UnsafePointer<S>,
  weights w: UnsafePointer<S>, biases b: UnsafePointer<S>, logits z: UnsafeMutablePointer<S>,
  scratch: UnsafeMutablePointer<S>
) {
  let first = outputs.lowerBound
  multiply(
    rows: shape.rows, columns: outputs.upperBound &- first, depth: shape.inputs, left: x,
    leftRowStride: shape.inputs, leftDepthStride: 1, right: w + first, rightStride: shape.outputs,
    isTransposed: false, start: b + first, startStride: 0, result: z + first,
    resultStride: shape.outputs, scratch: scratch)
}

/// dW = xᵀ d for a range of inputs: each sum starts at +0, or at what dW holds if it is continued,
/// then samples ascending.
@inline(never) func denseWeightGradient<S: StripScalar>(
  _ shape: ProductShape, inputs: Range<Int>, isContinued: Bool, inputs x: UnsafePointer<S>,
  deltas d: UnsafePointer<S>, gradient: UnsafeMutablePointer<S>, scratch: UnsafeMutablePointer<S>
) {
  let first = inputs.lowerBound
  let target = gradient + first &* shape.outputs
  multiply(
    rows: inputs.upperBound &- first, columns: shape.outputs, depth: shape.rows, left: x + first,
    leftRowStride: 1, leftDepthStride: shape.inputs, right: d, rightStride: shape.outputs,
    isTransposed: false, start: isContinued ? UnsafePointer(target) : nil,
    startStride: shape.outputs, result: target, resultStride: shape.outputs, scratch: scratch)
}

/// dx = d Wᵀ for a range of inputs: each sum starts at +0, then outputs ascending.
@inline(never) func denseInputGradient<S: StripScalar>(
  _ shape: ProductShape, inputs: Range<Int>, deltas d: UnsafePointer<S>,
  weights w: UnsafePointer<S>, gradient: UnsafeMutablePointer<S>, scratch: UnsafeMutablePointer<S>
) {
  let first = inputs.lowerBound
  multiply(
    rows: shape.rows, columns: inputs.upperBound &- first, depth: shape.outputs, left: d,
    leftRowStride: shape.outputs, leftDepthStride: 1, right: w + first &* shape.outputs,
    rightStride: shape.outputs, isTransposed: true, start: nil, startStride: 0,
    result: gradient + first, resultStride: shape.inputs, scratch: scratch)
}

/// db = Σ d over the samples for a range of outputs: each sum starts at +0, or at what db holds if
/// it is continued, then samples ascending. It is the weight gradient of an input that is always 1,
/// by the same fused multiply-adds.
@inline(never) func denseBiasGradient<S: StripScalar>(
  _ shape: ProductShape, outputs: Range<Int>, isContinued: Bool, deltas d: UnsafePointer<S>,
  gradient: UnsafeMutablePointer<S>
) {
  let sums = ColumnSums(
    rows: shape.rows, source: d, stride: shape.outputs, result: gradient, isContinued: isContinued)
  var output = outputs.lowerBound
  let end = outputs.upperBound
  while output &+ 4 &* S.Vector.count <= end {
    sums.compute(output, InlineArray<4, S.Vector>.self)
    output &+= 4 &* S.Vector.count
  }
  while output &+ S.Vector.count <= end {
    sums.compute(output, InlineArray<1, S.Vector>.self)
    output &+= S.Vector.count
  }
  if output &+ 8 <= end {
    sums.compute(output, InlineArray<1, SIMD8<S>>.self)
    output &+= 8
  }
  if output &+ 4 <= end {
    sums.compute(output, InlineArray<1, SIMD4<S>>.self)
    output &+= 4
  }
  if output &+ 2 <= end {
    sums.compute(output, InlineArray<1, SIMD2<S>>.self)
    output &+= 2
  }
  if output < end { sums.compute(output, InlineArray<1, S>.self) }
}

/// Sums over the rows of a matrix, each by one chain of fused multiply-adds with 1, rows ascending.
private struct ColumnSums<S: StripScalar> {
  /// The number of rows.
  var rows: Int
  /// The matrix.
  var source: UnsafePointer<S>
  /// How far apart its rows are.
  var stride: Int
  /// The sums, one for each column.
  var result: UnsafeMutablePointer<S>
  /// Whether the sums start at what `result` holds, not at +0.
  var isContinued: Bool

  /// Computes the N · `V.count` sums from `column` on, in registers.
  @inline(always) func compute<let N: Int, V: Strip>(_ column: Int, _: InlineArray<N, V>.Type)
  where V.Scalar == S {
    let one = V(broadcast: S(rounding: 1))
    let target = result + column
    var sums = InlineArray<N, V>(repeating: V(broadcast: S(rounding: 0)))
    if isContinued {
      for k in 0..<N { sums[unchecked: k] = V.load(UnsafePointer(target) + k &* V.count) }
    }
    var line = source + column
    var row = 0
    while row < rows {
      for k in 0..<N {
        sums[unchecked: k] = sums[unchecked: k].fma(one, V.load(line + k &* V.count))
      }
      line += stride
      row &+= 1
    }
    for k in 0..<N { sums[unchecked: k].store(target + k &* V.count) }
  }
}
