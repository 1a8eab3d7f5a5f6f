public import Experiments

/// Rows of inputs with their targets, as they were read.
public struct Dataset: Sendable {
  /// The inputs.
  public let inputs: Table
  /// The targets; as many rows.
  public let targets: Table
  /// What planning needs to know of the data.
  public let facts: DataFacts
  /// Whether inputs may be NaN: missing, and to be filled in.
  let hasGaps: Bool
  /// How many rows of the source were left out as they are not whole.
  public let incompleteRows: Int
  /// Which rows of the source these are, counted from 0, ascending; nil where they are all.
  let sourceRows: [Int]?
  /// What the columns are called that were not read.
  public let skippedColumns: [String]

  /// What the columns stand for; nil where no file says so.
  public var columns: DataColumns? { facts.columns }

  /// How many rows there are; at least one.
  public var rows: Int { inputs.rows }

  /// Joins inputs and targets.
  ///
  /// - Parameters:
  ///   - areLabels: whether the targets are known to stand for classes.
  ///   - largestInput: a bound of the inputs' magnitudes.
  ///   - largestTarget: a bound of the targets' magnitudes; nil to find it.
  ///   - source: the source with what was found in its files.
  ///   - columns: what the columns stand for.
  ///   - hasGaps: whether inputs may be NaN.
  ///   - incompleteRows: how many rows of the source were left out.
  ///   - sourceRows: which rows of the source these are; nil for all.
  ///   - skippedColumns: the columns that were not read.
  /// - Precondition: there are equally many rows of both.
  init(
    _ inputs: Table, _ targets: Table, areLabels: Bool = false, largestInput: Double,
    largestTarget: Double? = nil, source: DatasetSource? = nil, columns: DataColumns? = nil,
    hasGaps: Bool = false, incompleteRows: Int = 0,
    sourceRows: [Int]? = nil, skippedColumns: [String] = []
  ) {
    precondition(inputs.rows == targets.rows)
    self.inputs = inputs
    self.targets = targets
    self.hasGaps = hasGaps
    self.incompleteRows = incompleteRows
    self.sourceRows = sourceRows
    self.skippedColumns = skippedColumns
    facts = DataFacts(
      rows: inputs.rows, inputs: inputs.columns,
      targets: DataFacts.Targets(
        rows: targets.rows, columns: targets.columns, areLabels: areLabels, largest: largestTarget
      ) { targets[$0, $1] },
      largestInput: largestInput, source: source, columns: columns)
  }

  /// Joins inputs `[rows × inputCount]` and targets `[rows × targetCount]`, row after row.
  ///
  /// - Precondition: there are equally many rows of both, at least one.
  init(
    inputs: [Double], inputCount: Int, targets: [Double], targetCount: Int = 1,
    areLabels: Bool = false
  ) {
    self.init(
      Table(inputs, columns: inputCount), Table(targets, columns: targetCount),
      areLabels: areLabels, largestInput: inputs.reduce(0) { max($0, $1.magnitude) })
  }

  /// Joins rows of inputs and rows of targets.
  ///
  /// - Precondition: there are equally many of both, at least one, and neither is ragged.
  public init(inputs: [[Double]], targets: [[Double]]) {
    guard let firstInputs = inputs.first, let firstTargets = targets.first else {
      preconditionFailure("a data set has at least one row")
    }
    precondition(inputs.allSatisfy { $0.count == firstInputs.count })
    precondition(targets.allSatisfy { $0.count == firstTargets.count })
    self.init(
      inputs: inputs.flatMap(\.self), inputCount: firstInputs.count,
      targets: targets.flatMap(\.self), targetCount: firstTargets.count)
  }
}
