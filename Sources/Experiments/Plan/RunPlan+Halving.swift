internal import Vocabulary

extension RunPlan {
  /// The epochs that the rungs of some runs end at; none where the sweep does not halve.
  ///
  /// - Parameter table: what the runs are put together from.
  /// - Throws: `Failure.problems` where they cannot be halved.
  static func rungs(
    of runs: [Run], in table: ConfigurationTable, rankedBy score: Score
  ) throws(Failure) -> [Int] {
    guard let halving = table.experiment.sweep.halving, let last = runs.first?.lastEpoch else {
      return []
    }
    var kinds: [ConfigurationProblem.Kind] = []
    if score.part == .test { kinds.append(.sweep(.halvingByTestScore(score.name))) }
    if let other = runs.lazy.map(\.lastEpoch).first(where: { $0 != last }) {
      kinds.append(.sweep(.halvingToOtherEpochs(last, other)))
    } else if halving.min >= last {
      kinds.append(.sweep(.halvingOfOneRung(min: halving.min, epochs: last)))
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

  /// Every id that a run of the plan may get, in any rung.
  ///
  /// - Complexity: O(runs × rungs).
  public var ids: Set<RunID> {
    var ids = Set(runs.map(\.id))
    for rung in rungs.indices.dropLast() {
      ids.formUnion(runs.indices.map { run($0, inRung: rung + 1).id })
    }
    return ids
  }

  /// The plan with other runs in place of its own, such as those of a rung.
  public func with(_ runs: [Run]) -> RunPlan {
    var plan = self
    plan.runs = runs
    return plan
  }

  /// For each rung how many configurations are trained in it, if all runs finish.
  public var configurationsInRungs: [Int] {
    guard let halving = experiment.sweep.halving else { return [] }
    var count = configurationCount
    return rungs.map { _ in
      defer { count = halving.survivorCount(of: count) }
      return count
    }
  }
}
