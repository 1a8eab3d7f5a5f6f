public import Vocabulary

/// Successive halving: every configuration is trained a little, and only the best of them further, in
/// several rungs.
///
/// Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization",
/// 2016.
public struct Halving: Hashable, Sendable {
  /// How many epochs the first rung takes.
  public let min: Int
  /// By how much each rung has fewer configurations, and more epochs, than the one before.
  public let factor: Int

  /// Creates a rule.
  ///
  /// - Precondition: `min` is at least 1, and `factor` at least 2.
  public init(min: Int, factor: Int) {
    precondition(min >= 1 && factor >= 2)
    self.min = min
    self.factor = factor
  }

  /// The factor where none is written.
  static let standardFactor = 3

  /// The rule that a value of `sweep.halving` stands for; nil where it has no `min`.
  public init?(_ value: SpecValue) {
    guard let min = value["min"]?.asInteger else { return nil }
    self.init(min: min, factor: value["factor"]?.asInteger ?? Self.standardFactor)
  }

  /// The epochs that the rungs end at: `min`, `min` × `factor` and so on below the last, and the last.
  public func rungs(upTo last: Int) -> [Int] {
    var rungs: [Int] = []
    var epoch = min
    while epoch < last {
      rungs.append(epoch)
      let (next, overflows) = epoch.multipliedReportingOverflow(by: factor)
      epoch = overflows ? last : next
    }
    return rungs + [last]
  }

  /// How many of so many configurations go on to the next rung: one of `factor`, rounded up.
  public func survivorCount(of count: Int) -> Int {
    count / factor + (count.isMultiple(of: factor) ? 0 : 1)
  }

  /// The canonical form.
  public var specValue: SpecValue {
    .mapping([
      SpecValue.Member("min", .integer(min)), SpecValue.Member("factor", .integer(factor)),
    ])
  }
}
