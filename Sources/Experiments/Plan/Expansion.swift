internal import Vocabulary

/// The configurations of a sweep as they are resolved, facet by facet.
struct Expansion {
  /// What is expanded.
  let experiment: Experiment
  /// The combinations of the axes' values.
  let combinations: Combinations
  /// What is wrong with configurations.
  private(set) var problems: [RunPlan.PlacedProblem] = []
  /// Whether a combination that is left out has a problem, which others may have too.
  private var isInDoubt = false
  /// The data sets met, by the values of the axes that decide them, or by the configuration beside
  /// the axes that does.
  private var datasets: [DataKey: Result<PlannedDataset, PlannedDataset.Problem>] = [:]
  /// The files of initial weights met, by their paths.
  private var weightFiles: [String: Result<WeightsFacts, WeightsFacts.Unreadable>] = [:]

  /// What decides a data set.
  private struct DataKey: Hashable {
    /// The indices of the values of the axes that have a say in it.
    let values: [Int]
    /// The configuration beside the axes that has.
    let inclusion: Int?
  }

  /// What is known of data and of files of weights.
  private struct Lookups {
    /// Asked once for each data set.
    let facts: (DatasetSource) throws(DataProblem) -> DataFacts
    /// Asked once for each file.
    let weights: WeightsFacts.Lookup
  }

  /// Begins with nothing resolved.
  init(experiment: Experiment) {
    self.experiment = experiment
    combinations = Combinations(experiment.sweep, seed: experiment.settings.seed)
  }

  /// Resolves every configuration.
  ///
  /// - Returns: nil where there are problems.
  mutating func resolve(
    facts: (DatasetSource) throws(DataProblem) -> DataFacts, weights: WeightsFacts.Lookup
  ) -> ConfigurationTable? {
    withoutActuallyEscaping(facts) { facts in
      withoutActuallyEscaping(weights) { weights in
        resolve(Lookups(facts: facts, weights: weights))
      }
    }
  }

  /// Resolves every configuration.
  private mutating func resolve(_ lookups: Lookups) -> ConfigurationTable? {
    var facets = resolvedFacets(apart: true, lookups)
    if problems.isEmpty, isInDoubt { facets = resolvedFacets(apart: false, lookups) }
    for index in experiment.sweep.inclusions.indices {
      let folds = resolveInclusion(index, lookups)
      for facet in facets.indices { facets[facet].append(folds) }
    }
    guard problems.isEmpty else { return nil }
    return ConfigurationTable(experiment: experiment, combinations: combinations, facets: facets)
  }

  /// The facets, the whole first.
  ///
  /// - Parameter apart: whether facets are worked out by themselves where they can be.
  private mutating func resolvedFacets(apart: Bool, _ lookups: Lookups) -> [FacetVariants] {
    let standing = apart ? Facet.allCases.filter { $0.standsAlone(in: experiment) } : [.whole]
    var shares: [Facet: [Combinations.Movement]] = [:]
    for movement in combinations.movements {
      let fields = movement.axes.map { experiment.sweep.axes[$0].path.field }
      let facet = standing.first { fields.allSatisfy($0.fields.contains) } ?? .whole
      shares[facet, default: []].append(movement)
    }
    var beside = combinations[firstCombination]
    let whole = resolve(.whole, shares[.whole] ?? [], beside: beside, lookups)
    guard let first = whole.firstVariant else { return [whole] }
    combinations.set(
      shares[.whole] ?? [], of: &beside, asIn: whole.projection.combination(at: first))
    return [whole]
      + Facet.allCases.filter { $0 != .whole }.compactMap { facet in
        shares[facet].map { resolve(facet, $0, beside: beside, lookups) }
      }
  }

  /// The number of the first combination that is not left out; 0 where all are.
  private var firstCombination: Int {
    (0..<combinations.count).first { !isLeftOut(combinations[$0]) } ?? 0
  }

  /// Whether a combination is left out.
  private func isLeftOut(_ combination: [Int]) -> Bool {
    experiment.sweep.exclusions.contains { $0.excludes(combination) }
  }

  /// Resolves a facet for each combination of the axes that decide it.
  ///
  /// - Parameter other: a combination whose values the other axes have.
  private mutating func resolve(
    _ facet: Facet, _ movements: [Combinations.Movement], beside other: [Int], _ lookups: Lookups
  ) -> FacetVariants {
    let axes = movements.flatMap(\.axes)
    let exclusions = experiment.sweep.exclusions.filter { exclusion in
      exclusion.parts.allSatisfy { axes.contains($0.axis) }
    }
    let onlyAxis = axes.count == 1 ? axes.first : nil
    var variants = FacetVariants(facet, of: combinations, by: movements)
    var combination = other
    var model: RunConfiguration?
    for index in 0..<variants.projection.count {
      let number = variants.projection.combination(at: index)
      combinations.set(movements, of: &combination, asIn: number)
      if exclusions.contains(where: { $0.excludes(combination) }) {
        variants.append([])
        continue
      }
      let value = onlyAxis.map { experiment.sweep.axes[$0].values[combination[$0]] }
      if let value, let alike = model?.with(value, for: facet) {
        variants.append([alike])
      } else {
        let problemCount = problems.count
        let folds = resolve(combination, facet, lookups)
        if problems.count > problemCount,
          isLeftOut(combination) || isLeftOut(combinations[number])
        {
          problems.removeSubrange(problemCount...)
          isInDoubt = true
        }
        variants.append(folds)
        model = folds.first ?? model
      }
    }
    return variants
  }

  /// The configurations of the folds of a combination; none where there are problems.
  private mutating func resolve(
    _ combination: [Int], _ facet: Facet, _ lookups: Lookups
  ) -> [RunConfiguration] {
    let axes = experiment.sweep.axes
    let assignments = zip(axes, combination).map { Sweep.Assignment($0.path, $0.values[$1]) }
    let values = zip(axes, combination)
      .filter { [.dataset, .split].contains($0.0.path.field) }.map(\.1)
    let folds = resolve(
      assignments, DataKey(values: values, inclusion: nil), .combination(combination), lookups)
    return facet == .whole ? folds : Array(folds.prefix(1))
  }

  /// The configurations of the folds of one beside the axes.
  private mutating func resolveInclusion(
    _ index: Int, _ lookups: Lookups
  ) -> [RunConfiguration] {
    let assignments = experiment.sweep.inclusions[index]
    let hasData = assignments.contains { [.dataset, .split].contains($0.path.field) }
    return resolve(
      assignments, DataKey(values: [], inclusion: hasData ? index : nil), .inclusion(index),
      lookups)
  }

  /// The configurations of the folds of some settings; none where there are problems.
  private mutating func resolve(
    _ assignments: [Sweep.Assignment], _ key: DataKey, _ place: RunPlan.Place,
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

  /// Notes what is wrong with a configuration.
  private mutating func report(_ found: [ConfigurationProblem], _ place: RunPlan.Place) {
    problems += found.map { RunPlan.PlacedProblem(problem: $0, place: place) }
  }
}
