public import Experiments
internal import RunRecords

extension ExperimentResult {
  /// The scores of a finished run, by its index, after an epoch; nil where they cannot be had.
  public typealias CurveLookup = (_ run: Int, _ epoch: Int) -> [Score: Double]?

  /// Compares what the plan's experiment expects with what came of it.
  ///
  /// - Parameter curve: is asked where an expectation is of the last or the best epoch.
  public func expectationResults(curve: CurveLookup) -> [ExpectationResult] {
    plan.experiment.expectations.map { result(of: $0, curve: curve) }
  }

  /// Compares one expectation with what came of the runs.
  private func result(of expectation: Expectation, curve: CurveLookup) -> ExpectationResult {
    let regarded = plan.runs(regardedBy: expectation)
    // What was dropped on the way is not what the runs came to, but may be the best of some runs.
    let lasting = regarded.filter { records[$0].status != .pruned }
    let demand = expectation.demand
    let found: [(runs: [Int], finding: ExpectationResult.Finding)] =
      switch (expectation.subject, isPart: plan.shardShare != nil) {
      case (.everyRun, _): lasting.map { ([$0], finding(of: $0, demand, curve)) }
      case (_, isPart: true): []
      case (.bestRun, isPart: false): [bestFinding(among: regarded, demand, curve)]
      case (.repetitions(let repetition, let statistic), isPart: false):
        groups(of: lasting, repeatedOver: repetition).map { group in
          (group, statistic.finding(of: group.map { finding(of: $0, demand, curve) }))
        }
      }
    let nothing: ExpectationResult.Finding =
      plan.shardShare == nil ? .nothing(.allPruned) : .pending(.shards)
    return ExpectationResult(
      expectation,
      (found.isEmpty ? [([], nothing)] : found).map {
        ExpectationResult.Measurement($0.runs, $0.finding, demand)
      })
  }

  /// The best of some runs with what was found of it; no run where there is none.
  private func bestFinding(
    among runs: [Int], _ demand: Expectation.Demand, _ curve: CurveLookup
  ) -> (runs: [Int], finding: ExpectationResult.Finding) {
    // A run that was interrupted might have been the best, or have made another drop out.
    let isOpen =
      plan.rungs.isEmpty
      ? runs.contains { records[$0].status == .interrupted } : counts[.interrupted] > 0
    if isOpen { return ([], .pending(.runs)) }
    let regarded = Set(runs)
    guard let best = ranking.order.first(where: regarded.contains) else {
      return ([], .nothing(.noneFinished))
    }
    return ([best], finding(of: best, demand, curve))
  }

  /// What was found of a run.
  private func finding(
    of run: Int, _ demand: Expectation.Demand, _ curve: CurveLookup
  ) -> ExpectationResult.Finding {
    let record = records[run]
    guard let summary = record.summary else {
      return record.status == .interrupted ? .pending(.runs) : .nothing(.ended(record.status))
    }
    if record.status.isRanked, let rung = record.rung, rung == openRung { return .pending(.runs) }
    switch demand {
    case .digest: return .digest(summary.digest)
    case .score(let score, let moment, _):
      guard summary.status.isRanked else {
        return .nothing(.diverged(epoch: summary.epochsRun))
      }
      let restoresBest = plan.runs[run].configuration.earlyStopping?.restoresBest == true
      let savedEpoch = restoresBest ? summary.bestEpoch : summary.epochsRun
      let epoch =
        switch moment {
        case .saved: savedEpoch
        case .last: summary.epochsRun
        case .best: summary.bestEpoch
        }
      let number = epoch == savedEpoch ? summary.score(score) : curve(run, epoch)?[score]
      return number.map(ExpectationResult.Finding.number) ?? .nothing(.notInCurve)
    }
  }

  /// Runs that differ in one way alone, those of the first run first.
  private func groups(
    of runs: [Int], repeatedOver repetition: Expectation.Repetition
  ) -> [[Int]] {
    struct Kind: Hashable {
      let configuration: Int
      let fold: Int?
      let seed: Int?
    }
    let folds = plan.foldNumbers
    var places: [Kind: Int] = [:]
    var groups: [[Int]] = []
    for index in runs {
      let run = plan.runs[index]
      let kind =
        switch repetition {
        case .seeds:
          Kind(
            configuration: run.configurationNumber, fold: folds[run.dataConfiguration], seed: nil)
        case .folds: Kind(configuration: run.configurationNumber, fold: nil, seed: run.seed)
        case .all: Kind(configuration: run.configurationNumber, fold: nil, seed: nil)
        }
      if let place = places[kind] {
        groups[place].append(index)
      } else {
        places[kind] = groups.count
        groups.append([index])
      }
    }
    return groups
  }
}

extension Expectation.Statistic {
  /// What the findings of several runs come to: nothing where a run has no finite score.
  fileprivate func finding(of findings: [ExpectationResult.Finding]) -> ExpectationResult.Finding {
    var numbers: [Double] = []
    var gap: ExpectationResult.Gap?
    for finding in findings {
      switch finding {
      case .number(let number) where number.isFinite: numbers.append(number)
      case .number(let number): return .nothing(.notFinite(number))
      case .nothing(let reason): return .nothing(.ofOne(reason))
      case .digest: return .nothing(.digest)
      case .pending(let found): gap = found
      }
    }
    if let gap { return .pending(gap) }
    guard let statistics = Statistics(numbers) else { return .nothing(.noneFinished) }
    let value: Double? =
      switch self {
      case .mean: statistics.mean
      case .std: statistics.standardDeviation
      case .min: statistics.minimum
      case .max: statistics.maximum
      case .median: Statistics.median(of: numbers)
      }
    return value.map(ExpectationResult.Finding.number) ?? .nothing(.spreadOfOne)
  }
}
