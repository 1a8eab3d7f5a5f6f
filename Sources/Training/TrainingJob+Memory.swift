internal import Engine
public import Experiments
internal import Vocabulary

extension TrainingJob {
  /// About how many bytes training takes beside the data, everything else of the process left aside.
  ///
  /// - Parameter configuration: that of one of the runs.
  public func memoryEstimate(_ configuration: RunConfiguration) -> Int {
    let columns = configuration.inputs + configuration.outputs
    let network = configuration.parameterCount
    let best = configuration.keepsBestNetwork ? 1 : 0
    let capacity = configuration.rowCapacity(rows: configuration.rows.train, lanes: lanes)
    // In each lane the weights, their gradient and what the optimizer remembers; the networks before
    // training and at its best; the rows at hand, gathered, with what every unit has of them.
    let lane =
      (3 + best + UpdateRule(configuration).formula.slotCount) * network
      + capacity * (columns + configuration.numbersPerRow)
    // Of a run that ends the last network, and the tensors of all that are saved.
    let end = (3 + best) * network
    // Of rows that are answered for the targets and outputs; where these are saved, the text too.
    let answers =
      configuration.save.contains(.predictions)
      ? 2 * configuration.dataCount : 2 * configuration.outputs * configuration.heldBackRows
    return configuration.precision.byteCount * (lanes * lane + end)
      + Precision.float64.byteCount * answers
  }
}

extension Checkpoint {
  /// About how many bytes a run takes that is kept to go on.
  public static func memoryEstimate(_ configuration: RunConfiguration) -> Int {
    let networks = configuration.keepsBestNetwork ? 2 : 1
    return configuration.precision.byteCount * configuration.parameterCount
      * (networks + UpdateRule(configuration).formula.slotCount)
  }
}

extension RunConfiguration {
  /// About how many bytes the data take: what was read, in float64 at most, and the samples, in the
  /// run's precision.
  public var dataMemoryEstimate: Int {
    dataCount * (Precision.float64.byteCount + precision.byteCount)
  }

  /// How many rows are not trained on.
  fileprivate var heldBackRows: Int { rows.validation + rows.test }

  /// How many inputs and outputs all rows have.
  fileprivate var dataCount: Int {
    (rows.train + rows.validation + rows.test) * (inputs + outputs)
  }

  /// How many numbers the units of all layers have of a row: logits, values and deltas, normalised
  /// sums where there is a norm, and factors and products where there is dropout.
  fileprivate var numbersPerRow: Int {
    hidden.reduce(3 * outputs) { sum, layer in
      sum + (3 + (layer.norm == nil ? 0 : 1) + (layer.dropout > 0 ? 2 : 0)) * layer.units
    }
  }
}
