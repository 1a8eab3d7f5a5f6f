/// How each column of inputs or targets is shifted and scaled: a number x becomes (x − shift) / scale.
/// An input that is missing, which is NaN, counts as its column's `means`.
public struct NormalizationConstants: Hashable, Sendable {
  /// What is subtracted, for each column.
  public let shift: [Double]
  /// What is divided by, for each column; never 0.
  public let scale: [Double]
  /// What an input that is missing counts as, for each column; nil where none can be.
  public let means: [Double]?

  /// Creates constants.
  public init(shift: [Double], scale: [Double], means: [Double]? = nil) {
    self.shift = shift
    self.scale = scale
    self.means = means
  }
}
