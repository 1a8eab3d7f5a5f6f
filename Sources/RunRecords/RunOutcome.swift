/// What training gives beside the rows of the loss curve.
public struct RunOutcome: Sendable {
  /// How it ended: `completed`, `stopped_early` or `diverged`.
  public let status: RunStatus
  /// For how many epochs the network was trained.
  public let epochsRun: Int
  /// The epoch with the best score of selection among those that were evaluated, the first of
  /// several.
  public let bestEpoch: Int
  /// The row of the best epoch, where that is not one of those in the loss curve yet.
  public let bestRow: CurveRow?
  /// The scores of the saved weights, in the order of `RunConfiguration.scores`.
  public let scores: [Double]
  /// The saved weights, which the scores are of.
  public let weights: [Tensor]
  /// The weights before training; empty where the run does not save them.
  public let initialWeights: [Tensor]
  /// The weights of the best epoch; empty where the run does not save them.
  public let bestWeights: [Tensor]
  /// What the saved weights answer for the rows held back, and for the others where the run saves that;
  /// nil where there are none such.
  public let predictions: PredictionTable?
  /// What stood between the data and the network.
  public let encoding: DataEncoding

  /// Creates an outcome.
  public init(
    status: RunStatus, epochsRun: Int, bestEpoch: Int, bestRow: CurveRow? = nil,
    scores: [Double], weights: [Tensor], initialWeights: [Tensor] = [], bestWeights: [Tensor] = [],
    predictions: PredictionTable? = nil,
    encoding: DataEncoding = DataEncoding()
  ) {
    self.status = status
    self.epochsRun = epochsRun
    self.bestEpoch = bestEpoch
    self.bestRow = bestRow
    self.scores = scores
    self.weights = weights
    self.initialWeights = initialWeights
    self.bestWeights = bestWeights
    self.predictions = predictions
    self.encoding = encoding
  }
}
