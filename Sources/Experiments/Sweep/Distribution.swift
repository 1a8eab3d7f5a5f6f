internal import Randomness

/// What values of a random sweep are drawn from, where they are not drawn from a list.
public enum Distribution: Hashable, Sendable {
  /// Any number between two ends, each as likely.
  case uniform(Double, Double)
  /// Any number between two ends above 0, its logarithm being uniform.
  case logUniform(Double, Double)
  /// Any whole number from one end to the other, both included, each as likely.
  case integers(Int, Int)

  /// The value of a draw; numbers that are not whole are rounded to 12 significant digits.
  ///
  /// - Precondition: the first end is below the second, by less than 2⁶³ for whole numbers; both are
  ///   above 0 for `logUniform`.
  public func value(of draw: Int, by draws: SweepDraws) -> Double {
    switch self {
    case .uniform(let low, let high):
      let share = draws.share(draw)
      return rounded(low * (1 - share) + high * share, low, high)
    case .logUniform(let low, let high):
      let share = draws.share(draw)
      let (start, end) = (ScalarFunctions.log(low), ScalarFunctions.log(high))
      return rounded(ScalarFunctions.exp(start * (1 - share) + end * share), low, high)
    case .integers(let low, let high):
      return Double(low + draws.index(draw, below: high - low + 1))
    }
  }

  /// A number without what rounding errors added to it, and not beyond the ends.
  private func rounded(_ number: Double, _ low: Double, _ high: Double) -> Double {
    min(max(number.rounded(toSignificantDigits: 12), low), high)
  }
}
