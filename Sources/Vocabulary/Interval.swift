/// The numbers between two bounds.
public struct Interval: Hashable, Sendable {
  /// One end of an interval.
  public enum Bound: Hashable, Sendable {
    /// The bound itself belongs to the interval.
    case included(Double)
    /// The bound itself does not belong to the interval.
    case excluded(Double)
    /// There is no bound but that numbers are finite.
    case none
  }

  /// The lower end.
  public let lower: Bound
  /// The upper end.
  public let upper: Bound

  /// Creates an interval.
  public init(_ lower: Bound = .none, _ upper: Bound = .none) {
    self.lower = lower
    self.upper = upper
  }

  /// All finite numbers.
  public static let all = Interval()
  /// The numbers above 0.
  public static let positive = Interval(.excluded(0))
  /// The numbers from 0 up.
  public static let nonNegative = Interval(.included(0))
  /// The shares that are never the whole: from 0 up to but not 1.
  public static let belowOne = Interval(.included(0), .excluded(1))
  /// The shares that are neither nothing nor the whole: between 0 and 1.
  public static let betweenZeroAndOne = Interval(.excluded(0), .excluded(1))

  /// Whether a finite number lies in the interval.
  public func contains(_ number: Double) -> Bool {
    let isAbove =
      switch lower {
      case .included(let bound): number >= bound
      case .excluded(let bound): number > bound
      case .none: true
      }
    let isBelow =
      switch upper {
      case .included(let bound): number <= bound
      case .excluded(let bound): number < bound
      case .none: true
      }
    return isAbove && isBelow
  }
}
