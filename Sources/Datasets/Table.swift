/// Rows of numbers: all or some neighbouring columns of an array that is shared, not copied.
public struct Table: Sendable {
  /// How many rows there are; at least one.
  public let rows: Int
  /// How many columns there are: none for targets that nobody knows.
  public let columns: Int
  /// The array `[rows × stride]`, row after row.
  let numbers: Numbers
  /// How many numbers lie between two rows.
  let stride: Int
  /// Where in a row the columns begin.
  let firstColumn: Int

  /// All columns of an array, or some.
  ///
  /// - Precondition: the array has so many rows, and the columns.
  init(_ numbers: Numbers, rows: Int, stride: Int, columns: Range<Int>) {
    precondition(rows > 0 && numbers.count == rows * stride)
    precondition(columns.lowerBound >= 0 && columns.upperBound <= stride)
    self.rows = rows
    self.columns = columns.count
    self.numbers = numbers
    self.stride = stride
    firstColumn = columns.lowerBound
  }

  /// A table of numbers given row after row.
  ///
  /// - Precondition: there is a row, and all are whole.
  init(_ numbers: [Double], columns: Int) {
    self.init(
      .float64(numbers), rows: numbers.count / columns, stride: columns, columns: 0..<columns)
  }

  /// The number in a row and a column.
  public subscript(row: Int, column: Int) -> Double {
    precondition(0 <= column && column < columns)
    return numbers[row * stride + firstColumn + column]
  }

  /// All numbers, `[rows × columns]`, row after row.
  public var elements: [Double] {
    (0..<rows).flatMap { row in (0..<columns).map { self[row, $0] } }
  }
}

extension Table {
  /// Gives `body` rows one after another, in float64.
  func forEachRow(of rows: [Int], _ body: (Span<Double>) -> Void) {
    switch numbers {
    case .float32(let numbers): forEachRow(of: rows, in: numbers.span, body)
    case .float64(let numbers): forEachRow(of: rows, in: numbers.span, body)
    }
  }

  /// The same where the array is `source`.
  private func forEachRow<Source: BinaryFloatingPoint>(
    of rows: [Int], in source: Span<Source>, _ body: (Span<Double>) -> Void
  ) {
    var buffer = [Double](repeating: 0, count: columns)
    for row in rows {
      let first = row * stride + firstColumn
      let values = source.extracting(first..<first + columns)
      var target = buffer.mutableSpan
      for column in 0..<columns { target[column] = Double(values[column]) }
      body(buffer.span)
    }
  }
}
