/// What training gives beside the rows of the loss curve.
public struct RunOutcome: Sendable {
  /// How it ended: `completed` or `diverged`.
  public let status: RunStatus
  /// For how many epochs the network was trained.
  public let epochsRun: Int
  /// The epoch with the least training loss among those that were evaluated, the first of several.
  public let bestEpoch: Int
  /// The scores of the final weights, in the order of `RunConfiguration.scores`.
  public let scores: [Double]
  /// The weights before training.
  public let initialWeights: [Tensor]
  /// The weights that the scores are of.
  public let weights: [Tensor]

  /// Creates an outcome.
  public init(
    status: RunStatus, epochsRun: Int, bestEpoch: Int, scores: [Double],
    initialWeights: [Tensor], weights: [Tensor]
  ) {
    self.status = status
    self.epochsRun = epochsRun
    self.bestEpoch = bestEpoch
    self.scores = scores
    self.initialWeights = initialWeights
    self.weights = weights
  }
}
