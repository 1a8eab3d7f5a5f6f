/// What planning needs to know of a data set before anything is trained.
public struct DataFacts: Hashable, Sendable {
  /// What the values of the targets are like.
  public struct Targets: Hashable, Sendable {
    /// How many columns of targets there are.
    public let columns: Int
    /// Whether every value is 0 or 1.
    public let areBinary: Bool
    /// Whether there are several columns and each row has exactly one 1 among 0s.
    public let areOneHot: Bool
    /// Whether every value lies in 0 … 1.
    public let areInUnitInterval: Bool
    /// One more than the largest value, where there is one column of whole numbers from 0 up.
    public let classCount: Int?

    /// Looks at targets `[rows × columns]`, row after row.
    ///
    /// - Precondition: there is a row, and all rows are whole.
    public init(_ values: [Double], columns: Int) {
      precondition(columns > 0 && !values.isEmpty && values.count % columns == 0)
      self.columns = columns
      areBinary = values.allSatisfy { $0 == 0 || $0 == 1 }
      areOneHot =
        areBinary && columns > 1
        && stride(from: 0, to: values.count, by: columns).allSatisfy { row in
          values[row..<row + columns].count { $0 == 1 } == 1
        }
      areInUnitInterval = values.allSatisfy { $0 >= 0 && $0 <= 1 }
      let areClasses =
        columns == 1 && values.allSatisfy { $0 >= 0 && $0 < 1_000_000 && $0.rounded() == $0 }
      classCount = areClasses ? values.reduce(0) { max($0, Int($1) + 1) } : nil
    }
  }

  /// How many rows there are.
  public let rows: Int
  /// How many inputs a row has.
  public let inputs: Int
  /// The targets.
  public let targets: Targets

  /// Creates the facts.
  public init(rows: Int, inputs: Int, targets: Targets) {
    self.rows = rows
    self.inputs = inputs
    self.targets = targets
  }
}
