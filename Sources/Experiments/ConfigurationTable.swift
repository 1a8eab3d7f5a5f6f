internal import Vocabulary

/// The configurations of a plan, put together on demand from what they share.
///
/// They are numbered: first the combinations of the axes, then those beside them.
final class ConfigurationTable: Sendable {
  /// A configuration beside those of the axes.
  struct Included: Sendable {
    /// Its folds.
    let configurations: [RunConfiguration]
    /// Its values of the keys.
    let parameters: [SpecValue]
  }

  /// What is planned.
  let experiment: Experiment
  /// The keys that any configuration gives a value to.
  let keys: [SettingPath]
  /// The combinations of the axes' values.
  let combinations: Combinations
  /// The facets, the whole first.
  let facets: [FacetVariants]
  /// The configurations beside them.
  let included: [Included]
  /// For each variant of the whole, and then each configuration beside the axes, how many folds
  /// those before have.
  private let foldOffsets: [Int]

  /// Joins what was worked out.
  init(
    experiment: Experiment, combinations: Combinations, facets: [FacetVariants],
    included: [[RunConfiguration]]
  ) {
    let keys = experiment.sweep.keys
    self.experiment = experiment
    self.keys = keys
    self.combinations = combinations
    self.facets = facets
    var offset = 0
    foldOffsets = (facets[0].configurations + included).map { folds in
      offset += folds.count
      return offset - folds.count
    }
    self.included = zip(experiment.sweep.inclusions, included).map { assignments, folds in
      Included(
        configurations: folds,
        parameters: keys.map { key in
          assignments.first { $0.path == key }?.value
            ?? folds[0].value(of: key, in: experiment.settings)
        })
    }
  }

  /// The configuration of a number, with a fold held back by its index.
  func configuration(_ number: Int, fold: Int) -> RunConfiguration {
    if number >= combinations.count {
      return included[number - combinations.count].configurations[fold]
    }
    var configuration = facets[0].configurations[facets[0].index(inCombination: number)][fold]
    for variants in facets.dropFirst() {
      let index = variants.index(inCombination: number)
      configuration.take(variants.facet, from: variants.configurations[index][0])
    }
    return configuration
  }

  /// The index, among those that decide the data set, of the configuration which differs from that
  /// of a number and a fold in no facet but narrow ones.
  func representative(_ number: Int, fold: Int) -> Int {
    let count = combinations.count
    let index =
      number < count
      ? facets[0].index(inCombination: number)
      : facets[0].configurations.count + number - count
    return foldOffsets[index] + fold
  }

  /// A number which configurations have in common that differ in nothing but the sizes of numbers
  /// in narrow facets.
  func family(_ number: Int, fold: Int) -> Int {
    var family = representative(number, fold: fold)
    for variants in facets.dropFirst() {
      family *= variants.kinds.count
      if number < combinations.count {
        family += variants.kinds[variants.index(inCombination: number)]
      }
    }
    return family
  }

  /// How many folds the configuration of a number has; 0 where it is left out.
  func foldCount(_ number: Int) -> Int {
    if number >= combinations.count {
      return included[number - combinations.count].configurations.count
    }
    return facets[0].configurations[facets[0].index(inCombination: number)].count
  }

  /// The values of the keys in the configuration of a number.
  func parameters(_ number: Int) -> [SpecValue] {
    if number >= combinations.count { return included[number - combinations.count].parameters }
    let axes = experiment.sweep.axes
    var parameters = zip(axes, combinations[number]).map { $0.values[$1] }
    guard keys.count > axes.count else { return parameters }
    let configuration = configuration(number, fold: 0)
    for key in keys.dropFirst(axes.count) {
      parameters.append(configuration.value(of: key, in: experiment.settings))
    }
    return parameters
  }

  /// Configurations among which every value of a field is that a run has.
  func configurations(deciding field: Field) -> [RunConfiguration] {
    let facet = facets.first { $0.facet.fields.contains(field) } ?? facets[0]
    return facet.configurations.flatMap(\.self) + included.flatMap(\.configurations)
  }
}

extension Sweep {
  /// The keys that any configuration gives a value to: those of the axes, then those that stand in
  /// configurations beside them alone.
  public var keys: [SettingPath] {
    var keys = axes.map(\.path)
    for assignment in inclusions.joined() where !keys.contains(assignment.path) {
      keys.append(assignment.path)
    }
    return keys
  }
}
