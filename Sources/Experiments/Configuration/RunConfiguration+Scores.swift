public import Vocabulary

extension RunConfiguration {
  /// The metrics that are measured of outputs, in the order written.
  public var outputMetrics: [Metric] { metrics.filter(\.isOfOutputs) }

  /// Whether the loss curve has the norm of the gradient.
  public var recordsGradientNorm: Bool { metrics.contains(.gradientNorm) }

  /// What is measured of each part of the data, in the order of columns.
  private var quantities: [Score.Quantity] { [.loss] + outputMetrics.map(Score.Quantity.metric) }

  /// What each row of the loss curve has, in the order of columns: the loss and then each metric, of
  /// the training rows and, where there are any, of the validation rows.
  public var curveScores: [Score] {
    let parts: [Score.Part] = rows.validation > 0 ? [.train, .validation] : [.train]
    return quantities.flatMap { quantity in parts.map { Score($0, quantity) } }
  }

  /// What the saved weights are scored by: that of the loss curve, and then, where there are test
  /// rows, the same of those.
  public var scores: [Score] {
    curveScores + (rows.test > 0 ? quantities.map { Score(.test, $0) } : [])
  }

  /// The score whose optimum over the evaluated epochs is the best epoch: what early stopping looks
  /// at, else the loss of the validation rows, else that of the training rows.
  public var selectionScore: Score {
    earlyStopping?.monitor ?? Score(rows.validation > 0 ? .validation : .train, .loss)
  }

  /// Which way the score of selection is better.
  public var selectionGoal: Goal { earlyStopping?.goal ?? selectionScore.quantity.goal }
}
