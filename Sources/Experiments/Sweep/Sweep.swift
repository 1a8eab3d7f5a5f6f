public import Vocabulary

/// How one spec makes many runs.
public struct Sweep: Hashable, Sendable {
  /// A value that a configuration gives to a key.
  public struct Assignment: Hashable, Sendable {
    /// The key.
    public let path: SettingPath
    /// The value.
    public let value: SpecValue

    /// Creates an assignment.
    public init(_ path: SettingPath, _ value: SpecValue) {
      self.path = path
      self.value = value
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

  /// The keys that take several values: those that do so by themselves, then those of each group
  /// that moves together, in the order written.
  public let axes: [Axis]
  /// The groups of axes that move together, by their indices; those of a group are equally long.
  public let zips: [Range<Int>]
  /// The axes as they move: each by itself, or the range of a group.
  let movements: [Range<Int>]
  /// How the values of the axes are brought together.
  public let method: SweepMethod
  /// How many samples the method takes; nil where it takes none.
  public let samples: Int?
  /// The combinations that are left out.
  public let exclusions: [Exclusion]
  /// The configurations beside those of the axes: what each gives to keys, the rest being the spec's.
  public let inclusions: [[Assignment]]
  /// How many seeds each configuration is trained with.
  public let seeds: Int
  /// What runs are ranked by; nil for the training loss.
  public let rankBy: RankBy?
  /// How many runs a plan may have.
  public let maxRuns: Int
  /// How configurations drop out while they are trained; nil where all are trained to the end.
  public let halving: Halving?

  /// The sweep of a spec that has none: one run.
  public static let none = Sweep(axes: [], seeds: 1, rankBy: nil, maxRuns: 10_000)

  /// Creates a sweep.
  ///
  /// - Parameters:
  ///   - axes: the axes that move by themselves.
  ///   - zips: the groups of axes that move together.
  /// - Precondition: there are samples where the method takes them, and where it takes none all axes
  ///   have lists; the axes of a group have lists of one length.
  public init(
    axes: [Axis], zips: [[Axis]] = [], method: SweepMethod = .grid, samples: Int? = nil,
    exclusions: [Exclusion] = [], inclusions: [[Assignment]] = [], seeds: Int, rankBy: RankBy?,
    maxRuns: Int, halving: Halving? = nil
  ) {
    precondition((samples != nil) == method.takesSamples)
    precondition(samples != nil || axes.allSatisfy { !$0.listed.isEmpty })
    var all = axes
    self.zips = zips.map { group in
      precondition(Set(group.map(\.listed.count)).count == 1)
      all += group
      return all.count - group.count..<all.count
    }
    self.axes = all
    movements = axes.indices.map { $0..<$0 + 1 } + self.zips
    self.method = method
    self.samples = samples
    self.exclusions = exclusions
    self.inclusions = inclusions
    self.seeds = seeds
    self.rankBy = rankBy
    self.maxRuns = maxRuns
    self.halving = halving
  }

  /// How many axes move by themselves; they stand before the others.
  public var freeAxisCount: Int { zips.first?.lowerBound ?? axes.count }

  /// The keys that any configuration gives a value to: those of the axes, then those that stand in
  /// configurations beside them alone.
  public var keys: [SettingPath] {
    var keys = axes.map(\.path)
    for assignment in inclusions.joined() where !keys.contains(assignment.path) {
      keys.append(assignment.path)
    }
    return keys
  }
}
