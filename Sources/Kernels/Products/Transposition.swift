/// Writes the transpose of a matrix `[rows × columns]`, rows `stride` apart, into another whose rows
/// are `targetStride` apart.
@inline(always) func transpose<S: StripScalar>(
  _ source: UnsafePointer<S>, stride: Int, rows: Int, columns: Int,
  into target: UnsafeMutablePointer<S>, stride targetStride: Int
) {
  var row = 0
  while row &+ 8 <= rows {
    let from = source + row &* stride
    let to = target + row
    var column = 0
    while column &+ 8 <= columns {
      transposeEight(
        from + column, stride: stride, into: to + column &* targetStride, stride: targetStride)
      column &+= 8
    }
    while column < columns {
      for i in 0..<8 { to[column &* targetStride &+ i] = from[i &* stride &+ column] }
      column &+= 1
    }
    row &+= 8
  }
  while row < rows {
    let from = source + row &* stride
    let to = target + row
    var column = 0
    while column < columns {
      to[column &* targetStride] = from[column]
      column &+= 1
    }
    row &+= 1
  }
}

/// Writes the transpose of `tileRows` rows, one column after another: what 6 are short of 8 is not stored.
@inline(always) func packTile<S: StripScalar>(
  _ source: UnsafePointer<S>, stride: Int, columns: Int, into target: UnsafeMutablePointer<S>
) {
  var to = target
  var column = 0
  while column &+ 8 <= columns {
    var lines = InlineArray<8, SIMD8<S>>(repeating: SIMD8())
    for i in 0..<6 { lines[unchecked: i] = SIMD8.load(source + (i &* stride &+ column)) }
    transposeEight(&lines)
    for i in 0..<8 {
      lines[unchecked: i].lowHalf.store(to)
      lines[unchecked: i].highHalf.lowHalf.store(to + 4)
      to += 6
    }
    column &+= 8
  }
  while column < columns {
    for i in 0..<6 { to[i] = source[i &* stride &+ column] }
    to += 6
    column &+= 1
  }
}

/// Writes the transpose of 8 rows of 8 numbers.
@inline(always) private func transposeEight<S: StripScalar>(
  _ source: UnsafePointer<S>, stride: Int, into target: UnsafeMutablePointer<S>,
  stride targetStride: Int
) {
  var lines = InlineArray<8, SIMD8<S>>(repeating: SIMD8())
  for i in 0..<8 { lines[unchecked: i] = SIMD8.load(source + i &* stride) }
  transposeEight(&lines)
  for i in 0..<8 { lines[unchecked: i].store(target + i &* targetStride) }
}

/// Transposes 8 rows of 8 numbers.
@inline(always) private func transposeEight<S: SIMDScalar>(
  _ lines: inout InlineArray<8, SIMD8<S>>
) {
  unzip(&lines, 0, 1)
  unzip(&lines, 2, 3)
  unzip(&lines, 4, 5)
  unzip(&lines, 6, 7)
  unzip(&lines, 0, 2)
  unzip(&lines, 1, 3)
  unzip(&lines, 4, 6)
  unzip(&lines, 5, 7)
  unzip(&lines, 0, 4)
  unzip(&lines, 1, 5)
  unzip(&lines, 2, 6)
  unzip(&lines, 3, 7)
}

/// Puts the even numbers of lines i and j into line i, and the odd ones into line j.
@inline(always) private func unzip<S: SIMDScalar>(
  _ lines: inout InlineArray<8, SIMD8<S>>, _ i: Int, _ j: Int
) {
  let a = lines[unchecked: i]
  let b = lines[unchecked: j]
  lines[unchecked: i] = SIMD8(lowHalf: a.evenHalf, highHalf: b.evenHalf)
  lines[unchecked: j] = SIMD8(lowHalf: a.oddHalf, highHalf: b.oddHalf)
}
