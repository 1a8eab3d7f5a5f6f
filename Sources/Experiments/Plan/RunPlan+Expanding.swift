internal import Vocabulary

extension RunPlan {
  /// Why an experiment has no plan.
  public enum Failure: Error {
    /// There are more runs than the spec allows; nil if they cannot even be counted.
    case tooManyRuns(Int?, allowed: Int)
    /// The last seeds would be larger than the largest integer.
    case seedsOverflow
    /// Every combination is excluded.
    case everythingExcluded
    /// Configurations that cannot be.
    case problems([PlacedProblem])
  }

  /// A problem, with the configuration that has it.
  public struct PlacedProblem: Hashable, Sendable {
    /// What is wrong.
    public let problem: ConfigurationProblem
    /// The configuration.
    public let place: Place
  }

  /// Works out every run.
  ///
  /// - Parameter facts: what is known of a data set; asked once for each that the sweep takes.
  /// - Parameter weights: what is known of a file of initial weights; asked once for each path.
  /// - Throws: the first `Failure` in the order of its cases.
  /// - Complexity: O(runs).
  public init(
    expanding experiment: Experiment, facts: (DatasetSource) throws(DataProblem) -> DataFacts,
    weights: WeightsFacts.Lookup = WeightsFacts.noFiles
  ) throws(Failure) {
    let sweep = experiment.sweep
    let (points, size) = experiment.points
    guard let points, let size, size <= sweep.maxRuns else {
      throw .tooManyRuns(size, allowed: sweep.maxRuns)
    }
    guard let seeds = experiment.seeds else { throw .seedsOverflow }

    var expansion = Expansion(experiment, points)
    guard let table = expansion.resolve(facts: facts, weights: weights) else {
      // Runs that cannot be might have any score.
      let scores = Score.columns(for: Metric.allCases.filter(\.isOfOutputs))
      let ranking = Ranking(sweep.rankBy, scores: scores, preferred: Score(.train, .loss))
      let unknown = ranking == nil ? sweep.rankBy?.metric : nil
      throw .problems(expansion.problems + Self.problems(withScore: unknown, scores: scores))
    }
    let listing = RunListing(table, seeds: seeds, capacity: size)
    guard !listing.runs.isEmpty else { throw .everythingExcluded }
    guard listing.problems.isEmpty else { throw .problems(listing.problems) }
    let dataConfigurations = Self.dataConfigurations(of: listing.runs, in: table)
    let scores = Self.scores(of: dataConfigurations)
    let ranking = Ranking(
      sweep.rankBy, scores: scores, preferred: Self.preferredScore(of: dataConfigurations))
    guard let ranking else {
      throw .problems(Self.problems(withScore: sweep.rankBy?.metric, scores: scores))
    }
    self.init(
      experiment: experiment, runs: listing.runs, table: table, seeds: seeds,
      hasFolds: dataConfigurations.contains { $0.split?.fold != nil },
      duplicates: listing.duplicates,
      otherNumbers: listing.otherNumbers,
      idleExclusions: sweep.exclusions.indices.filter { !listing.usedExclusions.contains($0) },
      scores: scores, ranking: ranking,
      rungs: try Self.rungs(of: listing.runs, in: table, rankedBy: ranking.score))
  }

  /// The data configurations of some runs: exclusions may leave others without any.
  private static func dataConfigurations(
    of runs: [Run], in table: ConfigurationTable
  ) -> [RunConfiguration] {
    let all = table.bases.all
    guard !table.experiment.sweep.exclusions.isEmpty else { return all }
    var areTaken = [Bool](repeating: false, count: all.count)
    for run in runs { areTaken[run.dataConfiguration] = true }
    return zip(all, areTaken).filter(\.1).map(\.0)
  }

  /// The problem that runs are ranked by an unknown score, if they are.
  private static func problems(withScore name: String?, scores: [Score]) -> [PlacedProblem] {
    guard let name else { return [] }
    let problem = ConfigurationProblem(
      .sweep(.unknownScore(name, scores: scores.map(\.name))), SettingPath(.sweep),
      others: [.metrics, .task])
    return [PlacedProblem(problem: problem, place: .combination([]))]
  }
}
