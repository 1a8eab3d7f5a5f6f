public import Vocabulary

/// How one spec makes many runs.
public struct Sweep: Hashable, Sendable {
  /// A key and the values that it takes.
  public struct Axis: Hashable, Sendable {
    /// The key.
    public let path: SettingPath
    /// Its values, in the order written; never empty.
    public let values: [SpecValue]

    /// Creates an axis.
    public init(_ path: SettingPath, _ values: [SpecValue]) {
      self.path = path
      self.values = values
    }
  }

  /// A combination of values that is left out.
  public struct Exclusion: Hashable, Sendable {
    /// For each axis that it names, by index, the indices of the values that it means.
    public let valueIndices: [Int: Set<Int>]

    /// Creates an exclusion.
    public init(valueIndices: [Int: Set<Int>]) { self.valueIndices = valueIndices }

    /// Whether the combination with these values, one index for each axis, is left out.
    func excludes(_ combination: [Int]) -> Bool {
      valueIndices.allSatisfy { $0.value.contains(combination[$0.key]) }
    }
  }

  /// What runs are ranked by.
  public struct RankBy: Hashable, Sendable {
    /// The name of a score.
    public let metric: String
    /// Which way is better; nil for the score's own.
    public let goal: Goal?

    /// Creates a criterion.
    public init(metric: String, goal: Goal?) {
      self.metric = metric
      self.goal = goal
    }
  }

  /// The keys that take several values, in the order written.
  public let axes: [Axis]
  /// The combinations that are left out.
  public let exclusions: [Exclusion]
  /// How many seeds each configuration is trained with.
  public let seeds: Int
  /// What runs are ranked by; nil for the training loss.
  public let rankBy: RankBy?
  /// How many runs a plan may have.
  public let maxRuns: Int
  /// How configurations drop out while they are trained; nil where all are trained to the end.
  public let halving: Halving?

  /// The sweep of a spec that has none: one run.
  public static let none = Sweep(
    axes: [], exclusions: [], seeds: 1, rankBy: nil, maxRuns: 10_000)

  /// Creates a sweep.
  public init(
    axes: [Axis], exclusions: [Exclusion], seeds: Int, rankBy: RankBy?, maxRuns: Int,
    halving: Halving? = nil
  ) {
    self.axes = axes
    self.exclusions = exclusions
    self.seeds = seeds
    self.rankBy = rankBy
    self.maxRuns = maxRuns
    self.halving = halving
  }

}
