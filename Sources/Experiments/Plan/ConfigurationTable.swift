internal import Vocabulary

/// The configurations of a plan, put together on demand from what they share.
///
/// They are numbered: first the combinations of the axes, then those beside them.
final class ConfigurationTable: Sendable {
  /// What is planned.
  let experiment: Experiment
  /// The keys that any configuration gives a value to.
  let keys: [SettingPath]
  /// The combinations of the axes' values.
  let combinations: Combinations
  /// The facets, the whole first.
  let facets: [FacetVariants]

  /// Joins what was worked out.
  init(experiment: Experiment, combinations: Combinations, facets: [FacetVariants]) {
    self.experiment = experiment
    keys = experiment.sweep.keys
    self.combinations = combinations
    self.facets = facets
  }

  /// The configuration of a number, with a fold held back by its index.
  func configuration(_ number: Int, fold: Int) -> RunConfiguration {
    var configuration = facets[0].configurations[representative(number, fold: fold)]
    for variants in facets.dropFirst() {
      let index = variants.index(number, fold: fold)
      configuration.take(variants.facet, from: variants.configurations[index])
    }
    return configuration
  }

  /// The index, among those that decide the data set, of the configuration which differs from that
  /// of a number and a fold in no facet but narrow ones.
  func representative(_ number: Int, fold: Int) -> Int { facets[0].index(number, fold: fold) }

  /// A number which configurations have in common that differ in nothing but the sizes of numbers
  /// in narrow facets.
  func family(_ number: Int, fold: Int) -> Int {
    facets.dropFirst().reduce(representative(number, fold: fold)) { family, variants in
      family * variants.kindCount + variants.kind(number)
    }
  }

  /// The epoch that the configuration of a number ends at, with a fold held back by its index.
  func stopAt(_ number: Int, fold: Int) -> Int {
    let variants = facet(deciding: .stopAt)
    return variants.configurations[variants.index(number, fold: fold)].stopAt
  }

  /// How many folds the configuration of a number has; 0 where it is left out.
  func foldCount(_ number: Int) -> Int { facets[0].folds(number).count }

  /// Configurations among which every value of a field is that a run has.
  func configurations(deciding field: Field) -> [RunConfiguration] {
    facet(deciding: field).configurations
  }

  /// The facet that decides a field.
  func facet(deciding field: Field) -> FacetVariants {
    facets.first { $0.facet.fields.contains(field) } ?? facets[0]
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
