public import Vocabulary

/// How one spec makes many runs.
public struct Sweep: Hashable, Sendable {
  /// A key and the values that it takes.
  public struct Axis: Hashable, Sendable {
    /// The key.
    public let path: SettingPath
    /// Its values, in the order written or drawn; never empty.
    public let values: [SpecValue]
    /// What the values were drawn from, one for each sample; nil where they are written.
    public let distribution: Distribution?

    /// Creates an axis.
    public init(_ path: SettingPath, _ values: [SpecValue], drawnFrom: Distribution? = nil) {
      self.path = path
      self.values = values
      distribution = drawnFrom
    }
  }

  /// How the values of the axes are brought together.
  public enum Method: Hashable, Sendable {
    /// Every value of one with every value of all others.
    case grid
    /// So many samples, each with one value of every axis, drawn by the spec's seed.
    case random(samples: Int)
  }

  /// A combination of values that is left out.
  public struct Exclusion: Hashable, Sendable {
    /// A value of an axis.
    public struct Part: Hashable, Sendable {
      /// The axis, by its index.
      public let axis: Int
      /// The value as written.
      public let value: SpecValue
      /// The indices of the axis's values that it means; none where it was never drawn.
      public let indices: Set<Int>

      /// Creates a part.
      public init(axis: Int, value: SpecValue, indices: Set<Int>) {
        self.axis = axis
        self.value = value
        self.indices = indices
      }
    }

    /// The values, by axes.
    public let parts: [Part]

    /// Creates an exclusion.
    public init(_ parts: [Part]) { self.parts = parts.sorted { $0.axis < $1.axis } }

    /// Whether the combination with these values, one index for each axis, is left out.
    func excludes(_ combination: [Int]) -> Bool {
      parts.allSatisfy { $0.indices.contains(combination[$0.axis]) }
    }
  }

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
  /// How the values of the axes are brought together.
  public let method: Method
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
  /// - Precondition: the axes of a group are equally long.
  public init(
    axes: [Axis], zips: [[Axis]] = [], method: Method = .grid, exclusions: [Exclusion] = [],
    inclusions: [[Assignment]] = [], seeds: Int, rankBy: RankBy?, maxRuns: Int,
    halving: Halving? = nil
  ) {
    var all = axes
    self.zips = zips.map { group in
      precondition(Set(group.map(\.values.count)).count == 1)
      all += group
      return all.count - group.count..<all.count
    }
    self.axes = all
    self.method = method
    self.exclusions = exclusions
    self.inclusions = inclusions
    self.seeds = seeds
    self.rankBy = rankBy
    self.maxRuns = maxRuns
    self.halving = halving
  }

  /// How many axes move by themselves; they stand before the others.
  public var freeAxisCount: Int { zips.first?.lowerBound ?? axes.count }

  /// The axes as they move: each by itself, or the range of a group.
  var movements: [Range<Int>] { (0..<freeAxisCount).map { $0..<$0 + 1 } + zips }
}
