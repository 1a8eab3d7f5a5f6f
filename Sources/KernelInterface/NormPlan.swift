public import Vocabulary

/// How the weighted sums of a layer are normalised, and where the numbers of that lie.
///
/// The layer's learned scale and shift, `[outputs]` each, follow its biases among the parameters.
public struct NormPlan: Sendable {
  /// Over the rows of a batch, or over the units of each row.
  public let norm: Norm
  /// What is added to variances.
  public let epsilon: Double
  /// `batch`: the share of each batch in the running statistics.
  public let momentum: Double
  /// `batch`: where the running means, `[outputs]`, begin in `statistics`; the running variances
  /// follow.
  public let statisticsOffset: Int
  /// Where the means, `[outputs]` (`batch`), begin in `normScratch`.
  public let meanOffset: Int
  /// Where the reciprocals of the deviations, `[outputs]` (`batch`) or `[rows]` (`layer`), begin in
  /// `normScratch`.
  public let deviationOffset: Int
  /// Where the normalised sums, `[rows × outputs]`, begin in `normScratch`.
  public let normalizedOffset: Int

  /// Describes the normalisation of a layer.
  public init(
    norm: Norm, epsilon: Double, momentum: Double, statisticsOffset: Int, meanOffset: Int,
    deviationOffset: Int, normalizedOffset: Int
  ) {
    self.norm = norm
    self.epsilon = epsilon
    self.momentum = momentum
    self.statisticsOffset = statisticsOffset
    self.meanOffset = meanOffset
    self.deviationOffset = deviationOffset
    self.normalizedOffset = normalizedOffset
  }
}
