public import Experiments
internal import Vocabulary

extension RunConfiguration {
  /// How many rows are evaluated at once where batches are small.
  private static let evaluationRows = 256

  /// How many rows go through the network at once, in training and evaluation.
  ///
  /// - Parameter rows: how many rows of data there are.
  func rowCapacity(rows: Int) -> Int {
    switch batchSize {
    case .full: rows
    case .rows(let size): max(size, min(Self.evaluationRows, rows))
    }
  }

  /// About how many bytes training takes, everything else of the process left aside.
  ///
  /// Of each parameter there are the weight, the gradient, a transposed copy and what the optimizer
  /// remembers, and at the end the initial and the final weights as networks and as tensors; of each
  /// row at once three numbers for each unit; of the data what was read, in float64 at most, and a
  /// copy in the run's precision.
  ///
  /// - Parameter rows: how many rows of data there are.
  public func memoryEstimate(rows: Int) -> Int {
    let units = layers.dropFirst().reduce(0, +)
    let numbers = (7 + optimizer.slotCount) * parameterCount + 3 * rowCapacity(rows: rows) * units
    let data = rows * (layers[0] + layers[layers.count - 1])
    return numbers * precision.byteCount
      + data * (Precision.float64.byteCount + precision.byteCount)
  }
}
