internal import Vocabulary

/// The runs of a plan as they are worked out, combination by combination.
struct Expansion {
  /// What is expanded.
  let experiment: Experiment
  /// The runs so far.
  private(set) var runs: [RunPlan.Run] = []
  /// The runs that were listed before.
  private(set) var duplicates: [RunPlan.Duplicate] = []
  /// What is wrong with configurations.
  private(set) var problems: [RunPlan.PlacedProblem] = []
  /// The exclusions, by index, that left something out before another did.
  private(set) var usedExclusions: Set<Int> = []
  /// The ids listed.
  private var seen: Set<RunID> = []
  /// The data sets met, by the values of the axes that decide them.
  private var datasets: [[Int]: Result<PlannedDataset, PlannedDataset.Problem>] = [:]
  /// The files of initial weights met, by their paths.
  private var weightFiles: [String: Result<WeightsFacts, WeightsFacts.Unreadable>] = [:]
  /// How many configurations have a run.
  private var configurationCount = 0

  /// Begins with no runs.
  init(experiment: Experiment) { self.experiment = experiment }

  /// Adds the runs of one combination of the axes' values, one for each seed of each fold.
  mutating func add(
    _ combination: [Int], facts: (DatasetSource) throws(DataProblem) -> DataFacts,
    weights: WeightsFacts.Lookup
  ) {
    guard !isExcluded(combination) else { return }
    let parameters = zip(experiment.sweep.axes, combination).map { $0.values[$1] }
    let (settings, misfits) = settings(with: parameters)
    let values = zip(experiment.sweep.axes, combination)
      .filter { [.dataset, .split].contains($0.0.path.field) }.map(\.1)
    let known = datasets[values] ?? Self.dataset(of: settings, facts: facts)
    datasets[values] = known
    let dataset: PlannedDataset
    switch known {
    case .success(let planned): dataset = planned
    case .failure(let problem):
      let found = ConfigurationProblem(.data(problem.problem), problem.path)
      report(misfits + [found], combination)
      return
    }
    report(misfits, combination)
    let countBefore = runs.count
    for settings in settings.folds {
      do {
        let configuration = try configuration(of: settings, dataset, weights)
        if misfits.isEmpty { addRuns(of: configuration, parameters, combination) }
      } catch {
        report(error.problems, combination)
        break
      }
    }
    if runs.count > countBefore { configurationCount += 1 }
  }

  /// What some settings come to.
  private mutating func configuration(
    of settings: Settings, _ dataset: PlannedDataset, _ weights: WeightsFacts.Lookup
  ) throws(RunConfiguration.Problems) -> RunConfiguration {
    var files = weightFiles
    defer { weightFiles = files }
    return try RunConfiguration(resolving: settings, dataset: dataset) {
      (path) throws(WeightsFacts.Unreadable) in
      let file =
        files[path] ?? Result { () throws(WeightsFacts.Unreadable) in try weights(path) }
      files[path] = file
      return try file.get()
    }
  }

  /// The data set of some settings, or why it cannot be had.
  private static func dataset(
    of settings: Settings, facts: (DatasetSource) throws(DataProblem) -> DataFacts
  ) -> Result<PlannedDataset, PlannedDataset.Problem> {
    do throws(PlannedDataset.Problem) {
      return .success(try PlannedDataset(of: settings, reading: facts))
    } catch {
      return .failure(error)
    }
  }

  /// Whether an exclusion leaves a combination out; notes the first that does.
  private mutating func isExcluded(_ combination: [Int]) -> Bool {
    let first = experiment.sweep.exclusions.firstIndex { $0.excludes(combination) }
    if let first { usedExclusions.insert(first) }
    return first != nil
  }

  /// The settings with one value for each axis: whole fields first, as settings are of their words.
  private func settings(
    with parameters: [SpecValue]
  ) -> (settings: Settings, misfits: [ConfigurationProblem]) {
    var settings = experiment.settings
    let values = zip(experiment.sweep.axes, parameters)
    let fields = values.filter { $0.0.path.setting == nil }
    let options = values.filter { $0.0.path.setting != nil }
    let misfits = (fields + options).compactMap { settings.set($0.0.path, to: $0.1) }
    return (settings, misfits)
  }

  /// Adds one run for each seed, unless it is listed already.
  private mutating func addRuns(
    of first: RunConfiguration, _ parameters: [SpecValue], _ combination: [Int]
  ) {
    var configuration = first
    for offset in 0..<experiment.sweep.seeds {
      configuration.seed = first.seed + offset
      let id = RunID(canonicalSpec: configuration.canonicalSpec)
      guard seen.insert(id).inserted else {
        duplicates.append(RunPlan.Duplicate(id: id, combination: combination))
        continue
      }
      runs.append(
        RunPlan.Run(
          id: id, configuration: configuration, configurationNumber: configurationCount + 1,
          parameters: parameters))
    }
  }

  /// Notes what is wrong with a combination.
  private mutating func report(_ found: [ConfigurationProblem], _ combination: [Int]) {
    problems += found.map { RunPlan.PlacedProblem(problem: $0, combination: combination) }
  }
}
