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
  /// Of each parameter there are the weight, the gradient, a transposed copy and where there is
  /// momentum the velocity, and at the end the initial and the final weights as networks and as
  /// tensors; of each row at once three numbers for each unit; of the data a copy in float64, one
  /// in the run's precision, and what is in between while they are made.
  ///
  /// - Parameter rows: how many rows of data there are.
  public func memoryEstimate(rows: Int) -> Int {
    let velocities = optimizer.number("momentum") == 0 ? 0 : 1
    let units = layers.dropFirst().reduce(0, +)
    let numbers = (7 + velocities) * parameterCount + 3 * rowCapacity(rows: rows) * units
    let data = 3 * rows * (layers[0] + layers[layers.count - 1])
    return numbers * precision.byteCount + data * Precision.float64.byteCount
  }
}
