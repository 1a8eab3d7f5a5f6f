internal import CLanes
internal import KernelInterface

/// The rows of the tiles of a panel. For AVX-512, 6 sums of four vectors, four vectors of terms and a
/// factor fill 29 of 32 registers; elsewhere, 6 sums of two registers of 256 bits, two of terms and a
/// factor fill 15 of 16. The fewer loads there are for each multiply-add, the better.
@inline(always) var tileRows: Int { 6 }

/// The height of the tile that begins at `row`: as high as can be, but that the last 8 rows are better
/// cut into 4 and 4 than into 6 and 2.
@inline(always) func tileHeight(at row: Int, of rows: Int) -> Int {
  let left = rows &- row
  if left >= tileRows && left != 8 { return tileRows }
  return left >= 4 ? 4 : left >= 2 ? 2 : 1
}

/// Computes C = start + A B for `width` columns, all that there is to compute.
///
/// Element (i, p) of A is `left[i · leftRowStride + p · leftDepthStride]`, element (p, j) of B
/// `right[p · rightStride + j]`, and element (i, j) of C `result[i · resultStride + j]`. What that
/// starts from is `start[i · startStride + j]`, or +0 where there is no start.
@inline(always) func computeTiles<S: StripScalar>(
  rows: Int, width: Int, depth: Int, left: UnsafePointer<S>, leftRowStride: Int,
  leftDepthStride: Int, right: UnsafePointer<S>, rightStride: Int, start: UnsafePointer<S>?,
  startStride: Int, result: UnsafeMutablePointer<S>, resultStride: Int
) {
  MicroKernel(
    rows: rows, depth: depth, left: left, leftRowStride: leftRowStride,
    leftDepthStride: leftDepthStride, isLeftPacked: false, right: right, rightStride: rightStride,
    start: start, startStride: startStride, result: result, resultStride: resultStride
  ).compute(width: width)
}

/// Computes the `width` columns of one panel like `computeTiles`: a function of its own, so that its
/// loops stay together. A may be packed, tile after tile as `tileHeight` has them. If there is a `copy`
/// to make, for `S.Panel.count` columns, B is copied there by the first tile and read from there by
/// the others.
@inline(never) func computePanel<S: StripScalar>(
  rows: Int, width: Int, depth: Int, left: UnsafePointer<S>, leftRowStride: Int,
  leftDepthStride: Int, isLeftPacked: Bool, right: UnsafePointer<S>, rightStride: Int,
  start: UnsafePointer<S>?, startStride: Int, result: UnsafeMutablePointer<S>, resultStride: Int,
  copy: UnsafeMutablePointer<S>?
) {
  let tiles = MicroKernel(
    rows: rows, depth: depth, left: left, leftRowStride: leftRowStride,
    leftDepthStride: leftDepthStride, isLeftPacked: isLeftPacked, right: right,
    rightStride: rightStride, start: start, startStride: startStride, result: result,
    resultStride: resultStride)
  if let copy, tileHeight(at: 0, of: rows) == tileRows {
    tiles.compute(copyingTo: copy)
  } else {
    tiles.compute(width: width)
  }
}

/// C = start + A B for neighbouring columns of B and C, in tiles of a few rows whose sums stay in
/// registers from the first term to the last.
///
/// Element (i, p) of A is `left[i · leftRowStride + p · leftDepthStride]`, element (p, j) of B
/// `right[p · rightStride + j]`, and element (i, j) of C `result[i · resultStride + j]`. Each is one
/// chain of fused multiply-adds over p ascending.
///
/// (It and all structs of the kernels are private: debug builds would otherwise emit the copying of
/// them, for one instruction set, under a name that all instruction sets share.)
private struct MicroKernel<S: StripScalar> {
  /// The number of rows of C and A.
  var rows: Int
  /// The number of columns of A and rows of B.
  var depth: Int
  /// A.
  var left: UnsafePointer<S>
  /// How far apart the rows of A are.
  var leftRowStride: Int
  /// How far apart the columns of A are, where it is not packed.
  var leftDepthStride: Int
  /// Whether A is packed: tile after tile, and in each column after column.
  var isLeftPacked: Bool
  /// B.
  var right: UnsafePointer<S>
  /// How far apart the rows of B are.
  var rightStride: Int
  /// What the elements of C start from: that of (i, j) is at `i · startStride + j`. Nil is +0.
  var start: UnsafePointer<S>?
  /// How far apart the rows of what C starts from are, 0 where all rows start from the same.
  var startStride: Int
  /// C.
  var result: UnsafeMutablePointer<S>
  /// How far apart the rows of C are.
  var resultStride: Int

  /// Computes `width` columns: full panels, then ever narrower strips.
  @inline(always) func compute(width: Int) {
    var column = 0
    while column &+ S.Panel.count <= width {
      compute(column, S.Panel.self)
      column &+= S.Panel.count
    }
    #if AVX512
      if column &+ 2 &* S.Vector.count <= width {
        compute(column, StripPair<S.Vector>.self)
        column &+= 2 &* S.Vector.count
      }
      if column &+ S.Vector.count <= width {
        compute(column, S.Vector.self)
        column &+= S.Vector.count
      }
    #endif
    if column &+ 8 <= width {
      compute(column, SIMD8<S>.self)
      column &+= 8
    }
    if column &+ 4 <= width {
      compute(column, SIMD4<S>.self)
      column &+= 4
    }
    if column &+ 2 <= width {
      compute(column, SIMD2<S>.self)
      column &+= 2
    }
    if column < width { compute(column, S.self) }
  }

  /// Computes the `S.Panel.count` columns from 0 on, and leaves B in `copy`, row after row.
  ///
  /// The first tile copies what it reads; the others read the copy, which lies close together.
  @inline(always) func compute(copyingTo copy: UnsafeMutablePointer<S>) {
    computeTile(0, 0, InlineArray<6, S.Panel>.self, copy: copy)
    var rest = self
    rest.right = UnsafePointer(copy)
    rest.rightStride = S.Panel.count
    rest.compute(0, S.Panel.self, from: tileRows)
  }

  /// Computes the rows from `first` on of the `V.count` columns from `column` on.
  @inline(always) private func compute<V: Strip>(_ column: Int, _: V.Type, from first: Int = 0)
  where V.Scalar == S {
    var row = first
    #if AVX512
      // Narrow strips leave registers for higher tiles, if A has not been packed for lower ones.
      if V.count <= 2 &* S.Vector.count && !isLeftPacked {
        while row &+ 8 <= rows {
          computeTile(row, column, InlineArray<8, V>.self)
          row &+= 8
        }
      }
    #endif
    while tileHeight(at: row, of: rows) == tileRows {
      computeTile(row, column, InlineArray<6, V>.self)
      row &+= 6
    }
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

  /// Computes M rows from `row` on of the `V.count` columns from `column` on, and copies the terms
  /// of B that it reads, if there is somewhere to; then it calls for those of the next panel too.
  @inline(always) private func computeTile<let M: Int, V: Strip>(
    _ row: Int, _ column: Int, _: InlineArray<M, V>.Type, copy: UnsafeMutablePointer<S>? = nil
  ) where V.Scalar == S {
    var sums = InlineArray<M, V>(repeating: V(broadcast: S(rounding: 0)))
    if let start {
      var s = start + (row &* startStride &+ column)
      for i in 0..<M {
        sums[unchecked: i] = V.load(s)
        s += startStride
      }
    }
    if isLeftPacked { prefetchResult(row, column, InlineArray<M, V>.self) }
    let lines = lines(from: row, InlineArray<M, V>.self)
    let depthStride = isLeftPacked ? M : leftDepthStride
    var place = 0
    var b = right + column
    var copy = copy
    var p = 0
    while p < depth {
      let terms = V.load(b)
      if let target = copy {
        terms.store(target)
        copy = target + V.count
        prefetchTerms(b + V.count, V.self)
      }
      for i in 0..<M {
        sums[unchecked: i] = sums[unchecked: i].fma(
          V(broadcast: lines[unchecked: i][place]), terms)
      }
      place &+= depthStride
      b += rightStride
      p &+= 1
    }
    var c = result + (row &* resultStride &+ column)
    for i in 0..<M {
      sums[unchecked: i].store(c)
      c += resultStride
    }
  }

  /// Where M rows of A from `row` on begin. (Left to itself, the compiler finds each row from the one
  /// before, again at every step: a chain of additions that is longer than that of the sums.)
  @inline(always) private func lines<let M: Int, V: Strip>(
    from row: Int, _: InlineArray<M, V>.Type
  ) -> InlineArray<M, UnsafePointer<S>> {
    var line = left + row &* leftRowStride
    let stride = isLeftPacked ? 1 : leftRowStride
    var lines = InlineArray<M, UnsafePointer<S>>(repeating: line)
    for i in 0..<M {
      lines[unchecked: i] = line
      line += stride
    }
    return lines
  }

  /// Has as many terms of B brought near as a strip has columns.
  @inline(always) private func prefetchTerms<V: Strip>(_ terms: UnsafePointer<S>, _: V.Type) {
    var place = 0
    while place < V.count {
      CLanes_prefetchToRead(terms + place)
      place &+= ProductShape.lineCount(S.self)
    }
  }

  /// Has M rows of C brought near: those of a weight gradient are far away, and wanted only when all terms
  /// have been added.
  @inline(always) private func prefetchResult<let M: Int, V: Strip>(
    _ row: Int, _ column: Int, _: InlineArray<M, V>.Type
  ) {
    var line = UnsafePointer(result) + (row &* resultStride &+ column)
    for _ in 0..<M {
      var place = 0
      while place < V.count {
        CLanes_prefetchToWrite(line + place)
        place &+= ProductShape.lineCount(S.self)
      }
      line += resultStride
    }
  }
}
