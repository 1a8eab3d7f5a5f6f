public import Experiments

/// Rows of inputs with their targets, as they were read.
public struct Dataset: Sendable {
  /// The inputs.
  public let inputs: Table
  /// The targets; as many rows.
  public let targets: Table
  /// What planning needs to know of the data.
  public let facts: DataFacts

  /// How many rows there are; at least one.
  public var rows: Int { inputs.rows }

  /// Joins inputs and targets.
  ///
  /// - Parameters:
  ///   - areLabels: whether the targets are known to stand for classes.
  ///   - largestInput: a bound of the inputs' magnitudes.
  ///   - digest: what the content of the data's files hashes to.
  /// - Precondition: there are equally many rows of both.
  init(
    _ inputs: Table, _ targets: Table, areLabels: Bool = false, largestInput: Double,
    digest: String? = nil
  ) {
    precondition(inputs.rows == targets.rows)
    self.inputs = inputs
    self.targets = targets
    facts = DataFacts(
      rows: inputs.rows, inputs: inputs.columns,
      targets: DataFacts.Targets(
        rows: targets.rows, columns: targets.columns, areLabels: areLabels
      ) { targets[$0, $1] },
      largestInput: largestInput, digest: digest)
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
