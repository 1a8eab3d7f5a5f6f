/// C = start + A B, with C `[rows × columns]` and B `[depth × columns]` row-major, and element (i, p)
/// of A at `left[i · leftRowStride + p · leftDepthStride]`.
///
/// Element (i, j) of C is one chain of fused multiply-adds: from `start[j]`, or from +0 where there is
/// no start, over p ascending. Tiles, vectors and threads decide which chains run side by side, never
/// the order within one.
@inline(always) func multiply<S: StripScalar>(
  rows: Int, columns: Int, depth: Int, left: UnsafePointer<S>, leftRowStride: Int,
  leftDepthStride: Int, right: UnsafePointer<S>, start: UnsafePointer<S>?,
  result: UnsafeMutablePointer<S>
) {
  MatrixProduct(
    rows: rows, columns: columns, depth: depth, left: left, leftRowStride: leftRowStride,
    leftDepthStride: leftDepthStride, right: right, start: start, result: result
  ).compute()
}

/// The product by register tiles: private, so that no copying of it is emitted for others to share.
private struct MatrixProduct<S: StripScalar> {
  /// The number of rows of C and A.
  let rows: Int
  /// The number of columns of C and B.
  let columns: Int
  /// The number of columns of A and rows of B.
  let depth: Int
  /// A.
  let left: UnsafePointer<S>
  /// How far apart the rows of A are.
  let leftRowStride: Int
  /// How far apart the columns of A are.
  let leftDepthStride: Int
  /// B.
  let right: UnsafePointer<S>
  /// What each row of C starts from, `[columns]`; nil is +0.
  let start: UnsafePointer<S>?
  /// C.
  let result: UnsafeMutablePointer<S>

  /// Computes C.
  @inline(always) func compute() {
    var column = 0
    while column &+ S.Vector.count <= columns {
      computeColumns(column, S.Vector.self)
      column &+= S.Vector.count
    }
    if column &+ 8 <= columns {
      computeColumns(column, SIMD8<S>.self)
      column &+= 8
    }
    if column &+ 4 <= columns {
      computeColumns(column, SIMD4<S>.self)
      column &+= 4
    }
    if column &+ 2 <= columns {
      computeColumns(column, SIMD2<S>.self)
      column &+= 2
    }
    if column < columns { computeColumns(column, S.self) }
  }

  /// Computes the `V.count` columns from `column` on.
  @inline(always) func computeColumns<V: Strip>(_ column: Int, _: V.Type) where V.Scalar == S {
    var row = 0
    #if AVX512
      // 8 sums of 16 lanes leave enough registers only where there are 32 of 512 bits.
      while row &+ 8 <= rows {
        computeTile(row, column, InlineArray<8, V>.self)
        row &+= 8
      }
    #endif
    while row &+ 4 <= rows {
      computeTile(row, column, InlineArray<4, V>.self)
      row &+= 4
    }
    if row &+ 2 <= rows {
      computeTile(row, column, InlineArray<2, V>.self)
      row &+= 2
    }
    if row < rows { computeTile(row, column, InlineArray<1, V>.self) }
  }

  /// Computes M rows from `row` on of the `V.count` columns from `column` on, in registers.
  @inline(always) func computeTile<let M: Int, V: Strip>(
    _ row: Int, _ column: Int, _: InlineArray<M, V>.Type
  ) where V.Scalar == S {
    let first = if let start { V.load(start + column) } else { V(broadcast: S(rounding: 0)) }
    var sums = InlineArray<M, V>(repeating: first)
    var a = left + row &* leftRowStride
    var b = right + column
    var p = 0
    while p < depth {
      let terms = V.load(b)
      for i in 0..<M {
        sums[unchecked: i] = sums[unchecked: i].fma(
          V(broadcast: a[i &* leftRowStride]), terms)
      }
      a += leftDepthStride
      b += columns
      p &+= 1
    }
    var c = result + (row &* columns &+ column)
    for i in 0..<M {
      sums[unchecked: i].store(c)
      c += columns
    }
  }
}
