internal import Experiments
internal import Vocabulary

extension RunConfiguration {
  /// How many numbers of each unit are evaluated at once, so that they stay in the caches.
  private static let evaluatedNumbers = 256

  /// How many rows go through networks at once in training or evaluation, at most.
  ///
  /// - Parameters:
  ///   - rows: how many rows of data there are to learn.
  ///   - lanes: how many networks there are side by side.
  func rowCapacity(rows: Int, lanes: Int = 1) -> Int {
    switch batchSize {
    case .full: rows
    case .rows(let size): max(size, evaluatedRows(rows: rows, lanes: lanes))
    }
  }

  /// How many rows are evaluated at once: those of a full batch as they are trained, as one forward pass
  /// serves both, else four at least, which groups work on at once.
  func evaluatedRows(rows: Int, lanes: Int) -> Int {
    batchSize == .full ? rows : min(rows, max(4, Self.evaluatedNumbers / lanes))
  }

  /// Whether the network of the best epoch has to be kept.
  var keepsBestNetwork: Bool {
    save.contains(.best) || earlyStopping?.restoresBest == true
  }
}
