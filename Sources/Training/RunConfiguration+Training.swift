internal import Experiments
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

  /// Whether the network of the best epoch has to be kept.
  var keepsBestNetwork: Bool {
    save.contains(.best) || earlyStopping?.restoresBest == true
  }
}
