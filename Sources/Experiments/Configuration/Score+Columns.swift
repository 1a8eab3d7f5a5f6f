public import Vocabulary

extension Score {
  /// The scores that files list for these metrics, measured or not: for the loss and then for each
  /// metric, those of training, validation and test.
  public static func columns(for metrics: [Metric]) -> [Score] {
    ([.loss] + metrics.map(Quantity.metric)).flatMap { quantity in
      Part.allCases.map { Score($0, quantity) }
    }
  }
}
