internal import Vocabulary

extension ConfigurationTable {
  /// The values of the keys in the configuration of a number.
  func parameters(_ number: Int) -> [SpecValue] {
    let beside = number - combinations.count
    if beside >= 0 { return parameters(ofInclusion: beside) }
    let axes = experiment.sweep.axes
    let values = zip(axes, combinations[number]).map { $0.values[$1] }
    guard keys.count > axes.count else { return values }
    let configuration = configuration(number, fold: 0)
    return values + keys.dropFirst(axes.count).map { valueBesideAxes(of: $0, in: configuration) }
  }

  /// Every value that a key has in any run; may have some twice.
  ///
  /// - Precondition: it is one of the keys.
  func values(of key: SettingPath) -> [SpecValue] {
    let axis = experiment.sweep.axes.first { $0.path == key }
    let values =
      axis?.values
      ?? facet(deciding: key.field).configurationsOfAxes.map { valueBesideAxes(of: key, in: $0) }
    let index = keys.firstIndex(of: key) ?? 0
    return values + experiment.sweep.inclusions.indices.map { parameters(ofInclusion: $0)[index] }
  }

  /// The values of the keys in a configuration beside the axes.
  private func parameters(ofInclusion index: Int) -> [SpecValue] {
    let assignments = experiment.sweep.inclusions[index]
    let configuration = configuration(combinations.count + index, fold: 0)
    return keys.map { key in
      assignments.first { $0.path == key }?.value
        ?? value(of: key, in: configuration, whichGives: assignments.map(\.path))
    }
  }

  /// The value of a key that is no axis in a configuration of the axes.
  private func valueBesideAxes(
    of key: SettingPath, in configuration: RunConfiguration
  ) -> SpecValue {
    value(of: key, in: configuration, whichGives: experiment.sweep.axes.map(\.path))
  }

  /// The value of a key in a configuration that gives values to other keys: as the spec writes it
  /// for all runs, so that it compares with those that the sweep writes, and where the spec leaves
  /// it open, or another key has a say in it, as it came out.
  private func value(
    of key: SettingPath, in configuration: RunConfiguration, whichGives others: [SettingPath]
  ) -> SpecValue {
    if key.setting == nil, !others.contains(where: { $0.field == key.field }),
      let written = experiment.settings.value(of: key.field), written != .text("auto")
    {
      return written
    }
    return configuration.value(of: key, in: experiment.settings)
  }
}
