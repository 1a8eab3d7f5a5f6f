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
    /// The classes that rows have: the numbers of the only column, or the places of the 1s of several;
    /// nil where they are no classes, or there are more than 10,000.
    public let classes: Set<Int>?
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
    /// - Parameter largest: the greatest magnitude, where it is known; then few rows of quantities
    ///   are looked at.
    /// - Precondition: there is a row.
    /// - Complexity: O(rows × columns).
    public init(
      rows: Int, columns: Int, areLabels: Bool = false, largest knownLargest: Double? = nil,
      value: (_ row: Int, _ column: Int) -> Double
    ) {
      precondition(rows > 0 && columns >= 0)
      var (areBinary, areInUnitInterval, areOneHot) = (true, true, columns > 1)
      var largest = knownLargest ?? 0
      var classes = SeenClasses()
      var classCount: Int? = columns == 1 ? 0 : nil
      for row in 0..<rows {
        var ones = 0
        // Of quantities, as most rows have, nothing else is to be learnt after the first few.
        let areQuantities = !areBinary && !areInUnitInterval && classCount == nil
        if areQuantities && knownLargest != nil { break }
        for column in 0..<columns {
          let value = value(row, column)
          if value.magnitude > largest { largest = value.magnitude }
          if areQuantities { continue }
          if value == 1 { ones += 1 } else if value != 0 { areBinary = false }
          if !(value >= 0 && value <= 1) { areInUnitInterval = false }
          let isClass = value >= 0 && value < 1_000_000 && value.rounded() == value
          classCount = isClass ? classCount.map { max($0, Int(value) + 1) } : nil
        }
        if ones != 1 { areOneHot = false }
        if classCount != nil || areOneHot, classes.isWanted,
          let label = Self.label(row, columns, value)
        {
          classes.add(label)
        }
      }
      self.columns = columns
      self.areBinary = areBinary
      self.areOneHot = areOneHot && areBinary
      self.areInUnitInterval = areInUnitInterval
      self.largest = largest
      self.classes =
        (areOneHot && areBinary) || classCount != nil ? classes.labels : nil
      self.classCount = classCount
      self.areLabels = areLabels && classCount != nil
    }

    /// What may be the class of a row; nil where nothing is.
    private static func label(
      _ row: Int, _ columns: Int, _ value: (_ row: Int, _ column: Int) -> Double
    ) -> Int? {
      columns == 1 ? Int(exactly: value(row, 0)) : (0..<columns).first { value(row, $0) == 1 }
    }
  }

  /// The classes met so far, while they are few.
  private struct SeenClasses {
    /// The classes; nil once there are too many.
    private(set) var labels: Set<Int>? = []
    /// The class met last, as rows of one class often follow each other.
    private var last: Int?

    /// Whether more are counted.
    var isWanted: Bool { labels != nil }

    /// Adds a class.
    mutating func add(_ label: Int) {
      guard label != last else { return }
      last = label
      labels?.insert(label)
      if let count = labels?.count, count > 10_000 { labels = nil }
    }
  }
}
