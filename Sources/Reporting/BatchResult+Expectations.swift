public import Experiments
internal import RunRecords

extension BatchResult {
  /// The scores of a finished run, by its index, after an epoch; nil where they cannot be had.
  public typealias CurveLookup = (_ run: Int, _ epoch: Int) -> [Score: Double]?

  /// Compares what the plan's experiment expects with what came of it.
  ///
  /// - Parameter curve: is asked where an expectation is of the last or the best epoch.
  public func expectationResults(curve: CurveLookup) -> [ExpectationResult] {
    plan.experiment.expectations.map { result(of: $0, curve: curve) }
  }

  /// Compares one expectation with what came of the batch.
  private func result(of expectation: Expectation, curve: CurveLookup) -> ExpectationResult {
    // What was dropped on the way is not what the batch came to.
    let runs = plan.runs(regardedBy: expectation).filter { records[$0].status != .pruned }
    let demand = expectation.demand
    let measurements: [ExpectationResult.Measurement] =
      switch (expectation.subject, isPart: plan.part != nil) {
      case (.everyRun, _):
        runs.map { run in
          ExpectationResult.Measurement([run], finding(of: run, demand, curve), demand)
        }
      // That takes the runs of other shards too.
      case (_, isPart: true): []
      case (.bestRun, isPart: false): [bestMeasurement(among: runs, demand, curve)]
      case (.repetitions(let repetition, let statistic), isPart: false):
        groups(of: runs, repeatedOver: repetition).map { group in
          let findings = group.map { finding(of: $0, demand, curve) }
          return ExpectationResult.Measurement(group, statistic.finding(of: findings), demand)
        }
      }
    let nothing = ExpectationResult.Measurement([], .pending, demand)
    return ExpectationResult(expectation, measurements.isEmpty ? [nothing] : measurements)
  }

  /// What was found of the best of some runs.
  private func bestMeasurement(
    among runs: [Int], _ demand: Expectation.Demand, _ curve: CurveLookup
  ) -> ExpectationResult.Measurement {
    // A run that was interrupted might have been the best.
    if runs.contains(where: { records[$0].status == .interrupted }) {
      return ExpectationResult.Measurement([], .pending, demand)
    }
    let regarded = Set(runs)
    guard let best = ranking.order.first(where: regarded.contains) else {
      return ExpectationResult.Measurement([], .nothing("no run has finished"), demand)
    }
    return ExpectationResult.Measurement([best], finding(of: best, demand, curve), demand)
  }

  /// What was found of a run.
  private func finding(
    of run: Int, _ demand: Expectation.Demand, _ curve: CurveLookup
  ) -> ExpectationResult.Finding {
    let record = records[run]
    guard let summary = record.summary else {
      return record.status == .interrupted ? .pending : .nothing(record.status.rawValue)
    }
    switch demand {
    case .digest: return .digest(summary.digest)
    case .score(let score, let moment, _):
      guard summary.status.isRanked else {
        return .nothing("diverged at epoch \(Readable.count(summary.epochsRun))")
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
      return number.map(ExpectationResult.Finding.number) ?? .nothing("not in the loss curve")
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
    var places: [Kind: Int] = [:]
    var groups: [[Int]] = []
    for index in runs {
      let run = plan.runs[index]
      let fold = run.configuration.split?.fold?.number
      let seed = run.configuration.seed
      let kind =
        switch repetition {
        case .seeds: Kind(configuration: run.configurationNumber, fold: fold, seed: nil)
        case .folds: Kind(configuration: run.configurationNumber, fold: nil, seed: seed)
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
    var isPending = false
    for finding in findings {
      switch finding {
      case .number(let number) where number.isFinite: numbers.append(number)
      case .number(let number): return .nothing("a run has \(Readable.number(number))")
      case .nothing(let reason): return .nothing("a run \(reason)")
      case .digest: return .nothing("a digest is no number")
      case .pending: isPending = true
      }
    }
    if isPending { return .pending }
    guard let statistics = Statistics(numbers) else { return .nothing("no run has finished") }
    let value: Double? =
      switch self {
      case .mean: statistics.mean
      case .std: statistics.standardDeviation
      case .min: statistics.minimum
      case .max: statistics.maximum
      case .median: Statistics.median(of: numbers)
      }
    return value.map(ExpectationResult.Finding.number) ?? .nothing("one run has no std")
  }
}
