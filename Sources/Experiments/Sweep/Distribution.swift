internal import Randomness

/// What values of an axis are drawn from, where they are not those of a list.
public enum Distribution: Hashable, Sendable {
  /// Any number between two ends, each as likely.
  case uniform(Double, Double)
  /// Any number between two ends above 0, its logarithm being uniform.
  case logUniform(Double, Double)
  /// Any whole number from one end to the other, both included, each as likely.
  case integers(Int, Int)

  /// The number that a draw comes to; one that is not whole is rounded to 12 significant digits.
  ///
  /// - Precondition: the first end is below the second, by less than 2⁶³ for whole numbers; both are
  ///   above 0 for `logUniform`.
  func number(of draw: some AxisDraw) -> Double {
    switch self {
    case .uniform(let low, let high):
      let share = draw.share
      return rounded(low * (1 - share) + high * share, low, high)
    case .logUniform(let low, let high):
      let share = draw.share
      let (start, end) = (ScalarFunctions.log(low), ScalarFunctions.log(high))
      return rounded(ScalarFunctions.exp(start * (1 - share) + end * share), low, high)
    case .integers(let low, let high):
      return Double(low + draw.index(below: high - low + 1))
    }
  }

  /// A number without what rounding errors added to it, and not beyond the ends.
  private func rounded(_ number: Double, _ low: Double, _ high: Double) -> Double {
    min(max(number.rounded(toSignificantDigits: 12), low), high)
  }
}
