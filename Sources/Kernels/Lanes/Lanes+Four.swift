/// Four lanes, which can be numbers from four places, or change places with those of other vectors.
protocol FourLanes: Lanes {
  /// The lanes one by one.
  init(_ a: Scalar, _ b: Scalar, _ c: Scalar, _ d: Scalar)
  /// a0 b0 a1 b1.
  static func lowByTurns(_ a: Self, _ b: Self) -> Self
  /// a2 b2 a3 b3.
  static func highByTurns(_ a: Self, _ b: Self) -> Self
  /// a0 a1 b0 b1.
  static func lowHalves(_ a: Self, _ b: Self) -> Self
  /// a2 a3 b2 b3.
  static func highHalves(_ a: Self, _ b: Self) -> Self
}

extension FourLanes {
  /// The columns of a 4 × 4 matrix in memory, whose rows are `stride` apart.
  @inline(always) static func columns(
    _ matrix: UnsafePointer<Scalar>, stride: Int
  ) -> (Self, Self, Self, Self) {
    let (a, b) = (load(matrix), load(matrix + stride))
    let (c, d) = (load(matrix + 2 &* stride), load(matrix + 3 &* stride))
    let (low0, low1) = (lowByTurns(a, b), lowByTurns(c, d))
    let (high0, high1) = (highByTurns(a, b), highByTurns(c, d))
    return (
      lowHalves(low0, low1), highHalves(low0, low1), lowHalves(high0, high1),
      highHalves(high0, high1)
    )
  }

  /// One column of a matrix in memory whose rows are `stride` apart.
  @inline(always) static func column(_ matrix: UnsafePointer<Scalar>, stride: Int) -> Self {
    Self(
      matrix[0], matrix[stride], matrix[2 &* stride], matrix[3 &* stride])
  }
}
