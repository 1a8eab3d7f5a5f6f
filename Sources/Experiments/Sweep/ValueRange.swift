internal import Randomness

/// Values spread between two ends, both included: an axis written as `{log: [1e-6, 1e-2], count: 5}`.
public struct ValueRange: Sendable {
  /// How the values are spread.
  public enum Scale: String, CaseIterable, Sendable {
    /// Neighbours have one difference.
    case linear
    /// Neighbours have one ratio.
    case log
  }

  /// How the values are spread.
  public let scale: Scale
  /// The first value.
  public let first: Double
  /// The last value.
  public let last: Double
  /// How many values there are.
  public let count: Int

  /// Creates a range.
  ///
  /// - Precondition: there are at least 2 values; for `log`, both ends are above 0.
  public init(_ scale: Scale, from first: Double, to last: Double, count: Int) {
    precondition(count >= 2 && (scale == .linear || (first > 0 && last > 0)))
    self.scale = scale
    self.first = first
    self.last = last
    self.count = count
  }

  /// The values: the ends as they are, those between them rounded to 12 significant digits, so that
  /// `{linear: [0, 0.9], count: 4}` has the values 0, 0.3, 0.6 and 0.9.
  public var values: [Double] {
    (0..<count).map { index in
      switch index {
      case 0: first
      case count - 1: last
      default: rounded(value(at: Double(index) / Double(count - 1)))
      }
    }
  }

  /// The value at a share of the way from the first to the last.
  private func value(at share: Double) -> Double {
    switch scale {
    case .linear:
      return first * (1 - share) + last * share
    case .log:
      let (start, end) = (ScalarFunctions.log(first), ScalarFunctions.log(last))
      return ScalarFunctions.exp(start * (1 - share) + end * share)
    }
  }

  /// The value without what rounding errors added to it.
  ///
  /// Where a linear range passes 0, what is left of the ends' digits is 0.
  private func rounded(_ value: Double) -> Double {
    let noise = max(abs(first), abs(last)) * 1e-14
    return scale == .linear && abs(value) < noise ? 0 : value.rounded(toSignificantDigits: 12)
  }
}
