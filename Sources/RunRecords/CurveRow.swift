/// What is known of a network after a number of epochs: a row of its loss curve.
public struct CurveRow: Hashable, Sendable {
  /// How many epochs the network has been trained for.
  public let epoch: Int
  /// The scores at those weights, in the order of `RunConfiguration.curveScores`.
  public let scores: [Double]
  /// The learning rate of the epoch's last step; nil for epoch 0.
  public let learningRate: Double?
  /// The mean norm of the gradients of the epoch's steps; nil for epoch 0 and where the run does not
  /// record it.
  public let gradientNorm: Double?

  /// Creates a row.
  public init(epoch: Int, scores: [Double], learningRate: Double?, gradientNorm: Double? = nil) {
    self.epoch = epoch
    self.scores = scores
    self.learningRate = learningRate
    self.gradientNorm = gradientNorm
  }
}
