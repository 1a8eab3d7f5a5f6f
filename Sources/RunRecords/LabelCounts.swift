/// How often a class or a label is predicted, and how often that is right.
public struct LabelCounts: Hashable, Sendable {
  /// How many rows have it.
  public var actual: Int
  /// How many rows are predicted to have it.
  public var predicted: Int
  /// How many of these have it.
  public var truePositives: Int

  /// Joins counts; none if they are not given.
  public init(actual: Int = 0, predicted: Int = 0, truePositives: Int = 0) {
    self.actual = actual
    self.predicted = predicted
    self.truePositives = truePositives
  }

  /// True positives of all predicted ones.
  public var precision: Double { Self.ratio(truePositives, predicted) }

  /// True positives of all actual ones.
  public var recall: Double { Self.ratio(truePositives, actual) }

  /// The harmonic mean of precision and recall.
  public var f1: Double { Self.ratio(2 * truePositives, predicted + actual) }

  /// A share; 0 of nothing.
  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
