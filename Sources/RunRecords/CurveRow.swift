/// What is known of a network after a number of epochs: a row of its loss curve.
public struct CurveRow: Hashable, Sendable {
  /// How many epochs the network has been trained for.
  public let epoch: Int
  /// The scores at those weights, in the order of `RunConfiguration.scores`.
  public let scores: [Double]
  /// The learning rate of the epoch's last step; nil for epoch 0.
  public let learningRate: Double?

  /// Creates a row.
  public init(epoch: Int, scores: [Double], learningRate: Double?) {
    self.epoch = epoch
    self.scores = scores
    self.learningRate = learningRate
  }
}
