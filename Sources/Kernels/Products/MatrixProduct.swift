internal import KernelInterface

/// C = start + A B, with C `[rows × columns]`.
///
/// Element (i, p) of A is `left[i · leftRowStride + p · leftDepthStride]`. B is `[depth × columns]`
/// with rows `rightStride` apart, or its transpose `[columns × depth]` is. Element (i, j) of C is one
/// chain of fused multiply-adds over p ascending, from `start[i · startStride + j]`, or from +0 where
/// there is no start. Tiles, vectors, blocks and threads decide which chains run side by side, never
/// the order within one.
@inline(always) func multiply<S: StripScalar>(
  rows: Int, columns: Int, depth: Int, left: UnsafePointer<S>, leftRowStride: Int,
  leftDepthStride: Int, right: UnsafePointer<S>, rightStride: Int, isTransposed: Bool,
  start: UnsafePointer<S>?, startStride: Int, result: UnsafeMutablePointer<S>, resultStride: Int,
  scratch: UnsafeMutablePointer<S>
) {
  let isShallow = depth <= ProductShape.blockDepth
  var near = right
  var nearStride = rightStride
  var isSmall = rows < 2 &* tileRows || (rightStride <= 64 && isShallow)
  if isTransposed {
    isSmall = true
    if columns == 1 || depth == 1 {
      // A single row or column is its own transpose.
      nearStride = 1
    } else if columns <= ProductShape.mostColumnsTransposedWhole && isShallow {
      transpose(
        right, stride: rightStride, rows: columns, columns: depth, into: scratch, stride: columns)
      near = UnsafePointer(scratch)
      nearStride = columns
    } else {
      isSmall = false
    }
  }
  if isSmall {
    computeTiles(
      rows: rows, width: columns, depth: depth, left: left, leftRowStride: leftRowStride,
      leftDepthStride: leftDepthStride, right: near, rightStride: nearStride, start: start,
      startStride: startStride, result: result, resultStride: resultStride)
  } else {
    multiplyInBlocks(
      rows: rows, columns: columns, depth: depth, left: left, leftRowStride: leftRowStride,
      leftDepthStride: leftDepthStride, right: right, rightStride: rightStride,
      isTransposed: isTransposed, start: start, startStride: startStride, result: result,
      resultStride: resultStride, scratch: scratch)
  }
}

/// Computes a large product, block by block of rows and depth and, within each, panel by panel of
/// columns: a block of A stays in the second cache, a panel of B in the first.
///
/// Panels of B are transposed before, or copied as they are first read. A block of depth goes on
/// from the numbers that the block before it left in C.
@inline(never) private func multiplyInBlocks<S: StripScalar>(
  rows: Int, columns: Int, depth: Int, left: UnsafePointer<S>, leftRowStride: Int,
  leftDepthStride: Int, right: UnsafePointer<S>, rightStride: Int, isTransposed: Bool,
  start: UnsafePointer<S>?, startStride: Int, result: UnsafeMutablePointer<S>, resultStride: Int,
  scratch: UnsafeMutablePointer<S>
) {
  let blockRows = evenPart(
    of: rows, atMost: ProductShape.blockRows(S.self), multipleOf: tileRows)
  let blockDepth = evenPart(of: depth, atMost: ProductShape.blockDepth, multipleOf: 8)
  var row = 0
  while row < rows {
    let rowCount = min(blockRows, rows &- row)
    var p = 0
    repeat {
      let termCount = min(blockDepth, depth &- p)
      let block = LeftBlock(
        left + (row &* leftRowStride &+ p &* leftDepthStride), rows: rowCount, depth: termCount,
        rowStride: leftRowStride, depthStride: leftDepthStride, columns: columns,
        scratch: scratch + S.Panel.count &* ProductShape.blockDepth)
      var column = 0
      while column < columns {
        let width = min(S.Panel.count, columns &- column)
        let target = result + (row &* resultStride &+ column)
        var panel = right + (p &* rightStride &+ column)
        var panelStride = rightStride
        if isTransposed {
          transpose(
            right + (column &* rightStride &+ p), stride: rightStride, rows: width,
            columns: termCount, into: scratch, stride: S.Panel.count)
          panel = UnsafePointer(scratch)
          panelStride = S.Panel.count
        }
        computePanel(
          rows: rowCount, width: width, depth: termCount, left: block.numbers,
          leftRowStride: block.rowStride, leftDepthStride: block.depthStride,
          isLeftPacked: block.isPacked, right: panel, rightStride: panelStride,
          start: p == 0 ? start.map { $0 + (row &* startStride &+ column) } : UnsafePointer(target),
          startStride: p == 0 ? startStride : resultStride, result: target,
          resultStride: resultStride,
          copy: panelStride > 64 && width == S.Panel.count ? scratch : nil)
        column &+= width
      }
      p &+= termCount
    } while p < depth
    row &+= rowCount
  }
}

/// The size of the parts that `count` is cut into: as few as there can be, and much alike.
@inline(always) private func evenPart(of count: Int, atMost limit: Int, multipleOf unit: Int)
  -> Int
{
  let most = limit / unit &* unit
  let parts = max(1, (count &+ most &- 1) / most)
  return ((count &+ parts &- 1) / parts &+ unit &- 1) / unit &* unit
}

/// A block of the left matrix, in place or packed.
private struct LeftBlock<S: StripScalar> {
  /// The first number.
  let numbers: UnsafePointer<S>
  /// How far apart the rows are; where they are packed, the tiles that begin with them.
  let rowStride: Int
  /// How far apart the columns are, where they are not packed.
  let depthStride: Int
  /// Whether it is tile after tile, and in each column after column.
  let isPacked: Bool

  /// Takes the block that begins at `source`.
  ///
  /// Columns that are not neighbours are on lines, and soon on pages, of their own; rows whose distance is
  /// a multiple of the page fall into the same few sets of the caches. Such blocks are packed into the
  /// scratch, if there are columns enough to make it pay.
  @inline(always) init(
    _ source: UnsafePointer<S>, rows: Int, depth: Int, rowStride: Int, depthStride: Int,
    columns: Int, scratch: UnsafeMutablePointer<S>
  ) {
    isPacked =
      columns >= ProductShape.leastColumnsToPack
      && (rowStride == 1 || ProductShape.collides(stride: rowStride, S.self))
    if isPacked {
      packTiles(
        source, rows: rows, depth: depth, rowStride: rowStride, depthStride: depthStride,
        into: scratch)
    }
    numbers = isPacked ? UnsafePointer(scratch) : source
    self.rowStride = isPacked ? depth : rowStride
    self.depthStride = depthStride
  }
}

/// Writes a block of the left matrix tile after tile, and of each tile column after column.
@inline(always) private func packTiles<S: StripScalar>(
  _ source: UnsafePointer<S>, rows: Int, depth: Int, rowStride: Int, depthStride: Int,
  into scratch: UnsafeMutablePointer<S>
) {
  var row = 0
  while row < rows {
    let height = tileHeight(at: row, of: rows)
    let tile = source + row &* rowStride
    let target = scratch + row &* depth
    if rowStride == 1 {
      copyRows(tile, stride: depthStride, rows: depth, columns: height, into: target)
    } else if height == tileRows {
      packTile(tile, stride: rowStride, columns: depth, into: target)
    } else {
      transpose(
        tile, stride: rowStride, rows: height, columns: depth, into: target, stride: height)
    }
    row &+= height
  }
}

/// Copies short rows of a matrix to where they follow each other.
@inline(always) private func copyRows<S: StripScalar>(
  _ source: UnsafePointer<S>, stride: Int, rows: Int, columns: Int,
  into target: UnsafeMutablePointer<S>
) {
  var from = source
  var to = target
  var row = 0
  if columns == tileRows {
    while row < rows {
      SIMD4<S>.load(from).store(to)
      SIMD2<S>.load(from + 4).store(to + 4)
      from += stride
      to += 6
      row &+= 1
    }
    return
  }
  while row < rows {
    var column = 0
    while column < columns {
      to[column] = from[column]
      column &+= 1
    }
    from += stride
    to += columns
    row &+= 1
  }
}
