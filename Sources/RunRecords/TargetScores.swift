/// How far off the answers for one target are, in its units.
struct TargetScores {
  /// The mean of |o − y|.
  let mae: Double
  /// The root of the mean of (o − y)².
  let rmse: Double
  /// The coefficient of determination.
  let r2: Double

  /// Looks at one target of a part, which has as many outputs as targets; sums are in float64, rows
  /// ascending.
  init(_ part: PredictionTable.Part, target: Int) {
    precondition(part.outputCount == part.targetCount, "each target has an output")
    let column = stride(from: target, to: part.targets.count, by: part.targetCount)
    var (absolutes, squares) = (0.0, 0.0)
    for index in column {
      let error = part.outputs[index] - part.targets[index]
      absolutes += error.magnitude
      squares += error * error
    }
    let rows = Double(part.sourceRows.count)
    mae = absolutes / rows
    rmse = (squares / rows).squareRoot()
    r2 = Determination.coefficient(
      squares: squares, variation: Determination.variation(of: part.targets, at: column))
  }
}
