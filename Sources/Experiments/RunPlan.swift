public import Vocabulary

/// Every run of an experiment, each with its id: what `nn-run plan` prints and `nn-run run` does.
///
/// Order: the product of the axes, then seeds, the last changing fastest. Runs that come out the
/// same are listed once.
public struct RunPlan: Sendable {
  /// One run to do.
  public struct Run: Sendable {
    /// Its name.
    public let id: RunID
    /// Everything that decides its bytes.
    public let configuration: RunConfiguration
    /// Which configuration it belongs to, from 1: what seeds repeat.
    public let configurationNumber: Int
    /// The values of the axes, in their order.
    public let parameters: [SpecValue]
  }

  /// A run that came out the same as an earlier one.
  public struct Duplicate: Sendable {
    /// The id of both.
    public let id: RunID
    /// For each axis the index of its value, in the run that was dropped.
    public let combination: [Int]
  }

  /// What runs are ranked by.
  public struct Ranking: Hashable, Sendable {
    /// The score.
    public let score: Score
    /// Which way is better.
    public let goal: Goal

    /// Creates a ranking.
    public init(score: Score, goal: Goal) {
      self.score = score
      self.goal = goal
    }
  }

  /// What is planned.
  public let experiment: Experiment
  /// The runs, in order; never empty.
  public let runs: [Run]
  /// The runs that were listed before.
  public let duplicates: [Duplicate]
  /// The exclusions, by index, that left nothing out which an earlier one had not.
  public let idleExclusions: [Int]
  /// Every score that a run of the plan has, in the order of columns.
  public let scores: [Score]
  /// What runs are ranked by.
  public let ranking: Ranking
  /// The epochs that the rungs of successive halving end at, ascending; none where there is none.
  public internal(set) var rungs: [Int] = []
}
