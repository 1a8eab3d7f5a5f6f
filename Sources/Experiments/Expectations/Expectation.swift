public import Vocabulary

/// What must hold of the results of a batch: an item of `expect`.
public struct Expectation: Hashable, Sendable {
  /// What is measured, and what it must be.
  public enum Demand: Hashable, Sendable {
    /// A score, at a moment of the training, lies within bounds.
    case score(Score, Moment, Bounds)
    /// The digest of the results is this one.
    case digest(String)
  }

  /// The numbers that a score may be.
  public struct Bounds: Hashable, Sendable {
    /// The least; nil where there is none.
    public let minimum: Double?
    /// The greatest; nil where there is none.
    public let maximum: Double?

    /// Creates bounds.
    public init(minimum: Double?, maximum: Double?) {
      self.minimum = minimum
      self.maximum = maximum
    }

    /// How far a number lies inside; negative outside, and for what is no finite number the least.
    public func margin(_ number: Double) -> Double {
      guard number.isFinite else { return -.infinity }
      return min(minimum.map { number - $0 } ?? .infinity, maximum.map { $0 - number } ?? .infinity)
    }
  }

  /// What is measured once.
  public enum Subject: Hashable, Sendable {
    /// Each run by itself.
    case everyRun
    /// The run with the best rank.
    case bestRun
    /// Runs that repeat each other, by what their scores come to.
    case repetitions(Repetition, Statistic)
  }

  /// The value that a swept key has in the runs that are looked at.
  public struct Condition: Hashable, Sendable {
    /// The key.
    public let path: SettingPath
    /// The value.
    public let value: SpecValue

    /// Creates a condition.
    public init(_ path: SettingPath, _ value: SpecValue) {
      self.path = path
      self.value = value
    }
  }

  /// What is measured, and what it must be.
  public let demand: Demand
  /// What is measured once.
  public let subject: Subject
  /// What the runs that are looked at have in common; empty for all runs.
  public let conditions: [Condition]

  /// Creates an expectation.
  public init(_ demand: Demand, of subject: Subject, where conditions: [Condition] = []) {
    self.demand = demand
    self.subject = subject
    self.conditions = conditions
  }

  /// The name of what is measured: `val_loss`, `digest`.
  public var metric: String {
    switch demand {
    case .score(let score, _, _): score.name
    case .digest: Self.digest
    }
  }

  /// The metric that stands for every bit of a run's results.
  public static let digest = "digest"

  /// Every score that can be expected something of.
  public static let scores = Score.columns(for: Metric.allCases.filter(\.isOfOutputs))
}
