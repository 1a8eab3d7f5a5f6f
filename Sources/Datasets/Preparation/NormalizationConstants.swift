internal import Experiments

/// How each column of inputs is shifted and scaled: an input x becomes (x − shift) / scale.
public struct NormalizationConstants: Hashable, Sendable {
  /// What is subtracted, for each column.
  public let shift: [Double]
  /// What is divided by, for each column; never 0.
  public let scale: [Double]

  /// Creates constants.
  public init(shift: [Double], scale: [Double]) {
    self.shift = shift
    self.scale = scale
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
          shift: tally.least, scale: tally.constantOr { tally.greatest[$0] - tally.least[$0] })
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
  /// How many rows were added.
  private var rows = 0
  /// The sum of each column.
  private var sums: [Double]
  /// The least value of each column.
  private(set) var least: [Double]
  /// The greatest value of each column.
  private(set) var greatest: [Double]

  /// Nothing added.
  init(columns: Int) {
    sums = Array(repeating: 0, count: columns)
    least = Array(repeating: .infinity, count: columns)
    greatest = Array(repeating: -.infinity, count: columns)
  }

  /// Adds a row.
  mutating func add(_ row: Span<Double>) {
    rows += 1
    for column in row.indices {
      let value = row[column]
      sums[column] += value
      if value < least[column] { least[column] = value }
      if value > greatest[column] { greatest[column] = value }
    }
  }

  /// The mean of each column; of a constant one exactly its value.
  var means: [Double] {
    sums.indices.map {
      least[$0] == greatest[$0] ? least[$0] : sums[$0] / Double(rows)
    }
  }

  /// The scale of each column; 1 for one that is constant, or whose scale vanishes.
  func constantOr(_ scale: (_ column: Int) -> Double) -> [Double] {
    sums.indices.map { column in
      let scale = least[column] == greatest[column] ? 1 : scale(column)
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

  /// Adds a row.
  mutating func add(_ row: Span<Double>) {
    for column in row.indices {
      let distance = row[column] - means[column]
      sums[column] += distance * distance
    }
  }
}
