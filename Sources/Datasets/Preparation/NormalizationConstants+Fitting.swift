internal import Experiments

extension NormalizationConstants {
  /// The constants for some rows of a data set; nil where its inputs stay as they are.
  ///
  /// Means are of what is not missing, and so is all that follows: what is missing is filled in first,
  /// as by scikit-learn's `SimpleImputer` before a scaler. Columns of categories stay as they are.
  ///
  /// - Parameter fillsGaps: whether what is missing, in these rows or others, is to be filled in.
  /// - Precondition: there is a row, and no magnitude is above 10¹⁵⁰.
  init?(
    _ normalization: InputNormalization?, of dataset: Dataset, rows: [Int], fillsGaps: Bool
  ) {
    let means = fillsGaps ? Self.means(of: dataset.inputs, rows: rows) : nil
    guard let normalization else {
      guard let means else { return nil }
      let zeros = means.map { _ in 0.0 }
      self.init(shift: zeros, scale: zeros.map { _ in 1 }, means: means)
      return
    }
    let fitted = Self(normalization, of: dataset.inputs, rows: rows)
    let areCategories =
      dataset.columns?.areCategories ?? Array(repeating: false, count: dataset.inputs.columns)
    self.init(
      shift: zip(fitted.shift, areCategories).map { $1 ? 0 : $0 },
      scale: zip(fitted.scale, areCategories).map { $1 ? 1 : $0 }, means: means)
  }

  /// The means of what is not missing; 0 for a column of which these rows have nothing.
  private static func means(of table: Table, rows: [Int]) -> [Double] {
    var tally = ColumnTally(columns: table.columns)
    table.forEachRow(of: rows) { tally.add($0) }
    return tally.means
  }

  /// The constants that a normalization has for some rows of a table.
  ///
  /// `standard`: the mean and the standard deviation of the population, in two passes, each sum in
  /// the order of the rows. `minmax`: the least and the greatest value. A column that is constant
  /// is shifted by its value and has scale 1.
  ///
  /// - Precondition: there is a row, and no magnitude is above 10¹⁵⁰.
  init(_ normalization: InputNormalization, of table: Table, rows: [Int]) {
    switch normalization {
    case .divide(let divisor):
      self.init(
        shift: Array(repeating: 0, count: table.columns),
        scale: Array(repeating: divisor, count: table.columns))
    case .standard, .minmax:
      var tally = ColumnTally(columns: table.columns)
      table.forEachRow(of: rows) { tally.add($0) }
      switch normalization {
      case .minmax, .divide:
        self.init(
          shift: tally.leastOrZero, scale: tally.constantOr { tally.greatest[$0] - tally.least[$0] }
        )
      case .standard:
        let means = tally.means
        var squares = SquareTally(means: means)
        table.forEachRow(of: rows) { squares.add($0) }
        self.init(
          shift: means,
          scale: tally.constantOr { (squares.sums[$0] / Double(rows.count)).squareRoot() })
      }
    }
  }
}

/// Sums and bounds of columns; rows are added in order.
private struct ColumnTally {
  /// How many values of each column were added.
  private var counts: [Int]
  /// The sum of each column.
  private var sums: [Double]
  /// The least value of each column.
  private(set) var least: [Double]
  /// The greatest value of each column.
  private(set) var greatest: [Double]

  /// Nothing added.
  init(columns: Int) {
    counts = Array(repeating: 0, count: columns)
    sums = Array(repeating: 0, count: columns)
    least = Array(repeating: .infinity, count: columns)
    greatest = Array(repeating: -.infinity, count: columns)
  }

  /// Adds a row, but for what is missing.
  mutating func add(_ row: Span<Double>) {
    for column in row.indices where !row[column].isNaN {
      let value = row[column]
      counts[column] += 1
      sums[column] += value
      if value < least[column] { least[column] = value }
      if value > greatest[column] { greatest[column] = value }
    }
  }

  /// The mean of each column; of a constant one exactly its value, and 0 of one without any.
  var means: [Double] {
    sums.indices.map {
      least[$0] == greatest[$0] ? least[$0] : sums[$0] / Double(max(1, counts[$0]))
    }
  }

  /// The least value of each column; 0 of one without any.
  var leastOrZero: [Double] { least.map { $0.isFinite ? $0 : 0 } }

  /// The scale of each column; 1 for one that is constant, or whose scale vanishes.
  func constantOr(_ scale: (_ column: Int) -> Double) -> [Double] {
    sums.indices.map { column in
      let scale = least[column] >= greatest[column] ? 1 : scale(column)
      return scale == 0 ? 1 : scale
    }
  }
}

/// Σ (x − mean)² of columns; rows are added in order.
private struct SquareTally {
  /// The mean of each column.
  let means: [Double]
  /// The sum of each column.
  private(set) var sums: [Double]

  /// Nothing added.
  init(means: [Double]) {
    self.means = means
    sums = Array(repeating: 0, count: means.count)
  }

  /// Adds a row; what is missing is at the mean.
  mutating func add(_ row: Span<Double>) {
    for column in row.indices where !row[column].isNaN {
      let distance = row[column] - means[column]
      sums[column] += distance * distance
    }
  }
}
