public import Vocabulary

/// The runs of an experiment, each with its id: what `nn-run plan` prints and `nn-run run` does.
///
/// Order: the product of the axes, or the samples, then the configurations beside them; of each
/// configuration the folds and of each fold the seeds. Runs that come out the same are listed once.
///
/// A plan need not be complete. What is known of it, such as its keys, scores and ranking, holds for any
/// configuration that the experiment can have, so that one with more of them, after these, has the
/// same: runs keep their indices, configurations their numbers, and data configurations theirs.
public struct RunPlan: Sendable {
  /// One run to do.
  ///
  /// What runs share is stored once: a plan may have a million.
  public struct Run: Sendable {
    /// Its name.
    public let id: RunID
    /// Which configuration it belongs to, from 1: what seeds and folds repeat.
    public let configurationNumber: Int
    /// The number that keys its random streams.
    public let seed: Int
    /// The number of its configuration among those before any is left out.
    let number: Int
    /// The index of its fold.
    let foldIndex: Int
    /// What its configuration is put together from.
    let table: ConfigurationTable
    /// The epoch that it ends at, where that is not the one of its configuration.
    var stopAt: Int?
  }

  /// Where a configuration comes from.
  public enum Place: Hashable, Sendable {
    /// The axes: of each the index of its value in the list, 0 where it has a distribution.
    case combination([Int])
    /// One beside the axes, by its index.
    case inclusion(Int)

    /// The axes, which have these levels.
    init(_ levels: [Level]) { self = .combination(levels.map(\.index)) }
  }

  /// A run that came out the same as an earlier one, and was dropped.
  struct Duplicate: Sendable {
    /// The id of both.
    let id: RunID
    /// The number of its configuration among those before any is left out.
    let number: Int
  }

  /// What is trained once for each seed: a configuration with the fold that is held back.
  struct Trial: Hashable, Sendable {
    /// The number of the configuration among those before any is left out.
    let number: Int
    /// The index of the fold.
    let foldIndex: Int
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
  /// The runs, in order; empty only where none falls to a shard.
  public internal(set) var runs: [Run]
  /// What the configurations of the runs are put together from.
  let table: ConfigurationTable
  /// The seeds that each configuration is trained with.
  public let seeds: ClosedRange<Int>
  /// Whether runs hold back folds.
  public let hasFolds: Bool
  /// The runs that were listed before.
  let duplicates: [Duplicate]
  /// For each trial that was listed again, the numbers of the configurations that it was dropped from.
  let otherNumbers: [Trial: [Int]]
  /// The exclusions, by index, that left nothing out which an earlier one had not.
  public let idleExclusions: [Int]
  /// Every score that a run of the plan has, in the order of columns.
  public let scores: [Score]
  /// What runs are ranked by.
  public let ranking: Ranking
  /// The epochs that the rungs of successive halving end at, ascending; none where there is none.
  public internal(set) var rungs: [Int] = []
  /// What these runs are of the whole plan; nil where they are all of it.
  public internal(set) var shardShare: ShardShare?
}
