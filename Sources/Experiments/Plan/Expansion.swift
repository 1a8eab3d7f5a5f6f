internal import Vocabulary

/// The configurations of a sweep as they are resolved: the bases, and each axis group by itself.
struct Expansion {
  /// What is expanded.
  private let experiment: Experiment
  /// The points of its sweep.
  private let points: any SweepPoints
  /// What resolves them.
  private var resolver: ConfigurationResolver
  /// Whether a point that is left out has a problem, which others may have too.
  private var isInDoubt = false

  /// Begins with nothing resolved.
  init(_ experiment: Experiment, _ points: any SweepPoints) {
    self.experiment = experiment
    self.points = points
    resolver = ConfigurationResolver(experiment)
  }

  /// What is wrong with configurations.
  var problems: [RunPlan.PlacedProblem] { resolver.problems }

  /// Resolves every configuration.
  ///
  /// - Returns: nil where there are problems.
  mutating func resolve(
    facts: (DatasetSource) throws(DataProblem) -> DataFacts, weights: WeightsFacts.Lookup
  ) -> ConfigurationTable? {
    withoutActuallyEscaping(facts) { facts in
      withoutActuallyEscaping(weights) { weights in
        resolve(ConfigurationResolver.Lookups(facts: facts, weights: weights))
      }
    }
  }

  /// Resolves every configuration.
  private mutating func resolve(
    _ lookups: ConfigurationResolver.Lookups
  ) -> ConfigurationTable? {
    var (bases, groups) = resolvedPoints(apart: true, lookups)
    if problems.isEmpty, isInDoubt { (bases, groups) = resolvedPoints(apart: false, lookups) }
    for index in experiment.sweep.inclusions.indices {
      let folds = resolver.folds(ofInclusion: index, lookups)
      bases.append(folds)
      for index in groups.indices {
        let group = groups[index].group
        groups[index].append(folds.first.map { AxisGroupValue(of: group, in: $0) })
      }
    }
    guard problems.isEmpty else { return nil }
    return ConfigurationTable(
      experiment: experiment, points: points, bases: bases, groups: groups)
  }

  /// The bases of the points, and the axis groups.
  ///
  /// - Parameter apart: whether axis groups are worked out by themselves where they can be.
  private mutating func resolvedPoints(
    apart: Bool, _ lookups: ConfigurationResolver.Lookups
  ) -> (BaseConfigurations, [AxisGroupLevels]) {
    let groups = apart ? AxisGroup.allCases.filter { $0.standsAlone(in: experiment) } : []
    var movements: [AxisGroup?: [Int]] = [:]
    for (movement, axes) in experiment.sweep.movements.enumerated() {
      let group = AxisGroup(of: experiment.sweep.axes[axes.lowerBound].path.field)
      movements[groups.first { $0 == group }, default: []].append(movement)
    }
    var levels = points.levels(firstNumber, of: experiment.sweep)
    let bases = resolvedBases(movements[nil] ?? [], beside: levels, lookups)
    guard let first = bases.firstIndex else { return (bases, []) }
    points.set(
      movements[nil] ?? [], of: &levels, asIn: bases.projection.firstNumber(of: first),
      of: experiment.sweep)
    return (
      bases,
      groups.compactMap { group in
        movements[group].map { resolvedLevels(of: group, $0, beside: levels, lookups) }
      }
    )
  }

  /// The number of the first point that is not left out; 0 where all are.
  private var firstNumber: Int {
    (0..<points.count).first { !isLeftOut(points.levels($0, of: experiment.sweep)) } ?? 0
  }

  /// Whether a point is left out.
  private func isLeftOut(_ levels: [Level]) -> Bool {
    experiment.sweep.exclusions.contains { $0.excludes(levels, of: experiment.sweep.axes) }
  }

  /// Resolves the bases: each combination of the movements that no group has.
  ///
  /// - Parameter others: levels that all other axes have.
  private mutating func resolvedBases(
    _ movements: [Int], beside others: [Level], _ lookups: ConfigurationResolver.Lookups
  ) -> BaseConfigurations {
    var bases = BaseConfigurations(points.projection(onto: movements, of: experiment.sweep))
    let exclusions = exclusions(by: movements)
    var levels = others
    for index in 0..<bases.projection.count {
      let number = bases.projection.firstNumber(of: index)
      points.set(movements, of: &levels, asIn: number, of: experiment.sweep)
      let isExcluded = exclusions.contains { $0.excludes(levels, of: experiment.sweep.axes) }
      bases.append(isExcluded ? [] : folds(of: levels, asIn: number, lookups))
    }
    return bases
  }

  /// Resolves a group for each combination of its movements.
  ///
  /// - Parameter others: levels that all other axes have.
  private mutating func resolvedLevels(
    of group: AxisGroup, _ movements: [Int], beside others: [Level],
    _ lookups: ConfigurationResolver.Lookups
  ) -> AxisGroupLevels {
    let axes = movements.flatMap { experiment.sweep.movements[$0] }
    let onlyAxis = axes.count == 1 ? axes.first : nil
    var resolved = AxisGroupLevels(group, points.projection(onto: movements, of: experiment.sweep))
    let exclusions = exclusions(by: movements)
    var levels = others
    var isOneResolved = false
    for index in 0..<resolved.projection.count {
      let number = resolved.projection.firstNumber(of: index)
      points.set(movements, of: &levels, asIn: number, of: experiment.sweep)
      if exclusions.contains(where: { $0.excludes(levels, of: experiment.sweep.axes) }) {
        resolved.append(nil)
        continue
      }
      let value = onlyAxis.map { experiment.sweep.axes[$0].value(at: levels[$0]) }
      if isOneResolved, let value, let plain = AxisGroupValue(of: group, plainly: value) {
        resolved.append(plain)
      } else {
        let configuration = folds(of: levels, asIn: number, lookups).first
        resolved.append(configuration.map { AxisGroupValue(of: group, in: $0) })
        isOneResolved = isOneResolved || configuration != nil
      }
    }
    return resolved
  }

  /// The exclusions that name axes of some movements alone.
  private func exclusions(by movements: [Int]) -> [Sweep.Exclusion] {
    let axes = movements.flatMap { experiment.sweep.movements[$0] }
    return experiment.sweep.exclusions.filter { exclusion in
      exclusion.parts.allSatisfy { axes.contains($0.axis) }
    }
  }

  /// The configurations of the folds of some levels, of which some axes' are those of a point; none
  /// where there are problems, which do not count where the levels or the point are left out.
  private mutating func folds(
    of levels: [Level], asIn number: Int, _ lookups: ConfigurationResolver.Lookups
  ) -> [RunConfiguration] {
    let problemCount = problems.count
    let folds = resolver.folds(of: levels, lookups)
    if problems.count > problemCount,
      isLeftOut(levels) || isLeftOut(points.levels(number, of: experiment.sweep))
    {
      resolver.problems.removeSubrange(problemCount...)
      isInDoubt = true
    }
    return folds
  }
}
