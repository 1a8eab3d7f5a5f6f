extension DataFacts {
  /// What the values of the targets are like.
  public struct Targets: Hashable, Sendable {
    /// How many columns of targets there are: none where nobody knows them.
    public let columns: Int
    /// Whether every value is 0 or 1.
    public let areBinary: Bool
    /// Whether there are several columns and each row has exactly one 1 among 0s.
    public let areOneHot: Bool
    /// Whether every value lies in 0 … 1.
    public let areInUnitInterval: Bool
    /// The greatest magnitude.
    public let largest: Double
    /// One more than the largest value, where there is one column of whole numbers from 0 up.
    public let classCount: Int?
    /// Whether the numbers are known to stand for classes, so that they are no quantities.
    public let areLabels: Bool

    /// Looks at targets `[rows × columns]`, row after row.
    ///
    /// - Precondition: there is a row, and all rows are whole.
    public init(_ values: [Double], columns: Int, areLabels: Bool = false) {
      precondition(columns > 0 && !values.isEmpty && values.count % columns == 0)
      self.init(rows: values.count / columns, columns: columns, areLabels: areLabels) {
        values[$0 * columns + $1]
      }
    }

    /// Looks at targets, each a value by its row and column.
    ///
    /// - Precondition: there is a row.
    /// - Complexity: O(rows × columns).
    public init(
      rows: Int, columns: Int, areLabels: Bool = false, value: (_ row: Int, _ column: Int) -> Double
    ) {
      precondition(rows > 0 && columns >= 0)
      var (areBinary, areInUnitInterval, areOneHot) = (true, true, columns > 1)
      var largest = 0.0
      var classCount: Int? = columns == 1 ? 0 : nil
      for row in 0..<rows {
        var ones = 0
        for column in 0..<columns {
          let value = value(row, column)
          if value.magnitude > largest { largest = value.magnitude }
          if value == 1 { ones += 1 } else if value != 0 { areBinary = false }
          if !(value >= 0 && value <= 1) { areInUnitInterval = false }
          let isClass = value >= 0 && value < 1_000_000 && value.rounded() == value
          classCount = isClass ? classCount.map { max($0, Int(value) + 1) } : nil
        }
        if ones != 1 { areOneHot = false }
        // Nothing more can be learnt, as of most quantities after few rows.
        if !areBinary, !areInUnitInterval, classCount == nil { break }
      }
      self.columns = columns
      self.areBinary = areBinary
      self.areOneHot = areOneHot && areBinary
      self.areInUnitInterval = areInUnitInterval
      self.largest = largest
      self.classCount = classCount
      self.areLabels = areLabels && classCount != nil
    }
  }
}
