/// What repeated measurements of one quantity come to.
///
/// Sums are taken in the order given, in float64, the variance in a second pass about the mean, so
/// that equal measurements give equal bits.
public struct Statistics: Sendable {
  /// How many measurements there are.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Their standard deviation, with n − 1 in the denominator; nil for one measurement.
  public let standardDeviation: Double?
  /// The least.
  public let minimum: Double
  /// The greatest.
  public let maximum: Double

  /// The statistics of finite numbers; nil where there are none.
  public init?(_ values: [Double]) {
    guard let first = values.first else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    count = values.count
    self.mean = mean
    standardDeviation =
      values.count < 2 ? nil : (squares / Double(values.count - 1)).squareRoot()
    minimum = values.reduce(first, min)
    maximum = values.reduce(first, max)
  }

  /// The middle one of finite numbers, or the mean of the middle two; nil where there are none.
  public static func median(of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2 : sorted[middle]
  }
}
