/// Numbers in rows and columns, row after row: sample s is `elements[s·columns ..< (s+1)·columns]`.
public struct Matrix<S: EngineScalar>: Equatable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All numbers, `[rows × columns]`.
  public let elements: [S]

  /// A matrix of the numbers given row after row.
  ///
  /// - Precondition: there are `rows × columns` of them.
  public init(rows: Int, columns: Int, elements: [S]) {
    precondition(rows >= 0 && columns >= 0 && elements.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix of float64 numbers given row after row, each rounded once to the precision.
  ///
  /// - Precondition: there are `rows × columns` of them.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public init(rows: Int, columns: Int, rounding elements: [Double]) {
    self.init(rows: rows, columns: columns, elements: elements.map { S($0) })
  }

  /// A matrix of float64 rows, each number rounded once to the precision.
  ///
  /// - Precondition: all rows are of the same length.
  public init(rounding rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns })
    self.init(rows: rows.count, columns: columns, rounding: Array(rows.joined()))
  }

  /// The number in a row and a column.
  public subscript(row: Int, column: Int) -> S {
    precondition(0 <= column && column < columns)
    return elements[row * columns + column]
  }
}
