public import Experiments

/// Rows of inputs with their targets, as float64 numbers.
public struct Dataset: Sendable {
  /// How many rows there are; at least one.
  public let rows: Int
  /// `[rows × inputCount]`, row after row.
  public let inputs: [Double]
  /// `[rows × targetCount]`, row after row.
  public let targets: [Double]
  /// How many inputs a row has.
  public let inputCount: Int
  /// How many targets a row has.
  public let targetCount: Int
  /// What planning needs to know of the data.
  public let facts: DataFacts

  /// Joins inputs and targets.
  ///
  /// - Precondition: there are equally many of both, at least one, and neither is ragged.
  public init(inputs: [[Double]], targets: [[Double]]) {
    precondition(inputs.count == targets.count)
    guard let firstInputs = inputs.first, let firstTargets = targets.first else {
      preconditionFailure("a data set has at least one row")
    }
    precondition(inputs.allSatisfy { $0.count == firstInputs.count })
    precondition(targets.allSatisfy { $0.count == firstTargets.count })
    rows = inputs.count
    self.inputs = inputs.flatMap(\.self)
    self.targets = targets.flatMap(\.self)
    inputCount = firstInputs.count
    targetCount = firstTargets.count
    facts = DataFacts(
      rows: rows, inputs: inputCount,
      targets: DataFacts.Targets(self.targets, columns: targetCount))
  }

  /// The data of a source.
  public init(_ source: DatasetSource) {
    switch source {
    case .builtIn(let choice): self.init(choice)
    case .inline(let inputs, let targets): self.init(inputs: inputs, targets: targets)
    }
  }
}
