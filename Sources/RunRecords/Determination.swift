/// How much of the variation of a target is explained: the coefficient r².
public enum Determination {
  /// Σ (y − mean)² over rows ascending, in two passes; exactly 0 where all are the same.
  ///
  /// - Parameter column: where in `targets` the rows' values are; at least one.
  public static func variation(of targets: [Double], at column: StrideTo<Int>) -> Double {
    var (sum, count, isConstant) = (0.0, 0, true)
    var first: Double?
    for index in column {
      let value = targets[index]
      if let first { isConstant = isConstant && value == first } else { first = value }
      sum += value
      count += 1
    }
    if isConstant { return 0 }
    let mean = sum / Double(count)
    return column.reduce(0) { $0 + (targets[$1] - mean) * (targets[$1] - mean) }
  }

  /// 1 − Σ (o − y)² ÷ Σ (y − mean)²; of targets that are all the same, 1 where the outputs are right and
  /// else 0.
  public static func coefficient(squares: Double, variation: Double) -> Double {
    if squares.isNaN { return squares }
    return variation == 0 ? (squares == 0 ? 1 : 0) : 1 - squares / variation
  }
}
