internal import Vocabulary

extension ConfigurationTable {
  /// The levels of all axes in the point of a number.
  func levels(_ number: Int) -> [Level] { points.levels(number, of: experiment.sweep) }

  /// The values of the keys in the configuration of a number.
  func parameters(_ number: Int) -> [SpecValue] {
    let beside = number - points.count
    if beside >= 0 { return parameters(ofInclusion: beside) }
    let axes = experiment.sweep.axes
    let values = points.values(number, of: experiment.sweep)
    guard keys.count > axes.count else { return values }
    let configuration = configuration(number, fold: 0)
    return values + keys.dropFirst(axes.count).map { valueBesideAxes(of: $0, in: configuration) }
  }

  /// Every value that a key has in any run; may have some twice.
  ///
  /// - Precondition: it is one of the keys.
  func values(of key: SettingPath) -> [SpecValue] {
    let sweep = experiment.sweep
    let values =
      points.values(of: key, in: sweep)
      ?? values(decidedBy: key.field, ofPoints: true) { valueBesideAxes(of: key, in: $0) }
    let index = keys.firstIndex(of: key) ?? 0
    return values + sweep.inclusions.indices.map { parameters(ofInclusion: $0)[index] }
  }

  /// The values of the keys in a configuration beside the axes.
  private func parameters(ofInclusion index: Int) -> [SpecValue] {
    let assignments = experiment.sweep.inclusions[index]
    let configuration = configuration(points.count + index, fold: 0)
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
