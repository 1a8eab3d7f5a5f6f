internal import Vocabulary

/// The configurations of a plan, put together on demand from what they share.
///
/// They are numbered: first the points of the sweep's method, then those beside them.
final class ConfigurationTable: Sendable {
  /// What is planned.
  let experiment: Experiment
  /// The keys that any configuration gives a value to.
  let keys: [SettingPath]
  /// The points of the sweep.
  let points: any SweepPoints
  /// What each configuration beside the points gives to keys.
  let inclusions: [[Sweep.Assignment]]
  /// The configurations but for axis groups.
  let bases: BaseConfigurations
  /// The axis groups that are worked out by themselves.
  let groups: [AxisGroupLevels]

  /// Joins what was worked out.
  init(
    experiment: Experiment, points: any SweepPoints, bases: BaseConfigurations,
    groups: [AxisGroupLevels]
  ) {
    self.experiment = experiment
    keys = experiment.sweep.keys
    inclusions = experiment.sweep.inclusions
    self.points = points
    self.bases = bases
    self.groups = groups
  }

  /// The configuration of a number, with a fold held back by its index.
  func configuration(_ number: Int, fold: Int) -> RunConfiguration {
    var configuration = bases.all[base(number, fold: fold)]
    for levels in groups { levels.value(number)?.set(in: &configuration) }
    return configuration
  }

  /// The index of the base of the configuration of a number and a fold.
  func base(_ number: Int, fold: Int) -> Int { bases.folds(number).lowerBound + fold }

  /// A number which configurations have in common that differ in nothing but the sizes of numbers
  /// in axis groups.
  func family(_ number: Int, fold: Int) -> Int {
    groups.reduce(base(number, fold: fold)) { $0 * $1.formulaCount + $1.formula(number) }
  }

  /// The epoch that the configuration of a number ends at, with a fold held back by its index.
  func stopAt(_ number: Int, fold: Int) -> Int {
    for levels in groups {
      if case .course(_, let stopAt, _) = levels.value(number) { return stopAt }
    }
    return bases.all[base(number, fold: fold)].stopAt
  }

  /// How many folds the configuration of a number has; 0 where it is left out.
  func foldCount(_ number: Int) -> Int { bases.folds(number).count }

  /// Every value that something has in a configuration, by the field that decides it; may have some
  /// twice.
  ///
  /// - Parameter ofPoints: whether configurations beside the points do not count.
  func values<Value>(
    decidedBy field: Field, ofPoints: Bool = false, _ value: (RunConfiguration) -> Value
  ) -> [Value] {
    guard let levels = groups.first(where: { $0.group.fields.contains(field) }),
      var configuration = bases.all.first
    else { return (ofPoints ? bases.ofPoints : bases.all[...]).map(value) }
    return (ofPoints ? levels.ofPoints : levels.values[...]).compactMap(\.self).map { level in
      level.set(in: &configuration)
      return value(configuration)
    }
  }
}
