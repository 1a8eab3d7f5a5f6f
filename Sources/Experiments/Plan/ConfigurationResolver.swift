internal import Vocabulary

/// Resolves the configurations of an experiment one by one, each kind of data being asked for once.
struct ConfigurationResolver {
  /// What is known of data and of files of weights.
  struct Lookups {
    /// Asked once for each data set.
    let facts: (DatasetSource) throws(DataProblem) -> DataFacts
    /// Asked once for each file.
    let weights: WeightsFacts.Lookup
  }

  /// What decides a data set.
  private struct DataKey: Hashable {
    /// The levels of the axes that have a say in it.
    let levels: [Level]
    /// The configuration beside the axes that has.
    let inclusion: Int?
  }

  /// What is resolved.
  private let experiment: Experiment
  /// What is wrong with configurations so far.
  var problems: [RunPlan.PlacedProblem] = []
  /// The data sets met.
  private var datasets: [DataKey: Result<PlannedDataset, PlannedDataset.Problem>] = [:]
  /// The files of initial weights met, by their paths.
  private var weightFiles: [String: Result<WeightsFacts, WeightsFacts.Unreadable>] = [:]

  /// Begins with nothing resolved.
  init(_ experiment: Experiment) { self.experiment = experiment }

  /// The configurations of the folds of a point; none where there are problems.
  mutating func folds(of levels: [Level], _ lookups: Lookups) -> [RunConfiguration] {
    let axes = experiment.sweep.axes
    let assignments = zip(axes, levels).map { Sweep.Assignment($0.path, $0.value(at: $1)) }
    let data = zip(axes, levels).filter { Self.decidesData($0.0.path) }.map(\.1)
    return folds(
      of: assignments, DataKey(levels: data, inclusion: nil), RunPlan.Place(levels), lookups)
  }

  /// The configurations of the folds of one beside the axes; none where there are problems.
  mutating func folds(ofInclusion index: Int, _ lookups: Lookups) -> [RunConfiguration] {
    let assignments = experiment.sweep.inclusions[index]
    let hasData = assignments.contains { Self.decidesData($0.path) }
    return folds(
      of: assignments, DataKey(levels: [], inclusion: hasData ? index : nil), .inclusion(index),
      lookups)
  }

  /// Whether a key has a say in the data.
  private static func decidesData(_ path: SettingPath) -> Bool {
    path.field == .dataset || path.field == .split
  }

  /// The configurations of the folds of some settings; none where there are problems.
  private mutating func folds(
    of assignments: [Sweep.Assignment], _ key: DataKey, _ place: RunPlan.Place,
    _ lookups: Lookups
  ) -> [RunConfiguration] {
    var settings = experiment.settings
    let misfits = settings.set(assignments)
    let known = datasets[key] ?? Self.dataset(of: settings, facts: lookups.facts)
    datasets[key] = known
    let dataset: PlannedDataset
    switch known {
    case .success(let planned): dataset = planned
    case .failure(let problem):
      report(misfits + [ConfigurationProblem(.data(problem.problem), problem.path)], place)
      return []
    }
    report(misfits, place)
    var configurations: [RunConfiguration] = []
    for settings in settings.folds {
      do {
        configurations.append(try configuration(of: settings, dataset, lookups.weights))
      } catch {
        report(error.problems, place)
        return []
      }
    }
    return misfits.isEmpty ? configurations : []
  }

  /// What some settings come to.
  private mutating func configuration(
    of settings: FieldValues, _ dataset: PlannedDataset, _ weights: WeightsFacts.Lookup
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
    of settings: FieldValues, facts: (DatasetSource) throws(DataProblem) -> DataFacts
  ) -> Result<PlannedDataset, PlannedDataset.Problem> {
    do throws(PlannedDataset.Problem) {
      return .success(try PlannedDataset(of: settings, reading: facts))
    } catch {
      return .failure(error)
    }
  }

  /// Notes what is wrong with a configuration.
  private mutating func report(_ found: [ConfigurationProblem], _ place: RunPlan.Place) {
    problems += found.map { RunPlan.PlacedProblem(problem: $0, place: place) }
  }
}
