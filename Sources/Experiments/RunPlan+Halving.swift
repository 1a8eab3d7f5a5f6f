internal import Vocabulary

extension RunPlan {
  /// The epochs that the rungs of some runs end at; none where the sweep does not halve.
  ///
  /// - Throws: `Failure.problems` where they cannot be halved.
  static func rungs(
    of sweep: Sweep, _ runs: [Run], rankedBy score: Score
  ) throws(Failure) -> [Int] {
    guard let halving = sweep.halving, let last = runs.first?.configuration.stopAt else {
      return []
    }
    var kinds: [ConfigurationProblem.Kind] = []
    if score.part == .test { kinds.append(.halvingByTestScore(score.name)) }
    if let other = runs.first(where: { $0.configuration.stopAt != last }) {
      kinds.append(.halvingToOtherEpochs(last, other.configuration.stopAt))
    } else if halving.min >= last {
      kinds.append(.halvingOfOneRung(min: halving.min, epochs: last))
    }
    guard kinds.isEmpty else {
      throw .problems(
        kinds.map { kind in
          PlacedProblem(
            problem: ConfigurationProblem(kind, SettingPath(.sweep), others: [.epochs, .stopAt]),
            place: .combination([]))
        })
    }
    return halving.rungs(upTo: last)
  }

  /// A run as far as a rung, counted from 1: an ordinary run whose `stop_at` is the rung's last epoch.
  public func run(_ index: Int, inRung rung: Int) -> Run {
    let run = runs[index]
    let stopAt = rungs[rung - 1]
    return Run(
      id: RunID(canonicalSpec: run.configuration.stopped(at: stopAt).canonicalSpec),
      configurationNumber: run.configurationNumber, seed: run.seed, number: run.number,
      foldIndex: run.foldIndex, table: run.table, stopAt: stopAt)
  }

  /// The plan with other runs in place of its own, such as those of a rung.
  public func with(_ runs: [Run]) -> RunPlan {
    RunPlan(
      experiment: experiment, runs: runs, duplicates: duplicates, idleExclusions: idleExclusions,
      scores: scores, ranking: ranking, rungs: rungs)
  }

  /// For each rung how many configurations are trained in it, if all runs finish.
  public var configurationsInRungs: [Int] {
    guard let halving = experiment.sweep.halving else { return [] }
    var count = Set(runs.lazy.map(\.configurationNumber)).count
    return rungs.map { _ in
      defer { count = halving.survivorCount(of: count) }
      return count
    }
  }
}
