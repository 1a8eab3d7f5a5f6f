internal import Vocabulary

extension ConfigurationTable {
  /// The levels of all axes in the point of a number.
  func levels(_ number: Int) -> [Level] { points.levels(number, of: experiment.sweep) }

  /// The values of the keys in the configuration of a number, as tables show them.
  ///
  /// They come from what the sweep gives the configuration and from what that came to.
  func parameters(_ number: Int) -> [SpecValue] {
    let beside = number - points.count
    guard beside < 0 else {
      return parameters(of: configuration(number, fold: 0), given: inclusions[beside])
    }
    let axes = experiment.sweep.axes
    let values = points.values(number, of: experiment.sweep)
    guard keys.count > axes.count else { return values }
    let assignments = zip(axes, values).map { Sweep.Assignment($0.path, $1) }
    return parameters(of: configuration(number, fold: 0), given: assignments)
  }

  /// Every value that a key has in any run; may have some twice.
  ///
  /// - Precondition: it is one of the keys.
  func values(of key: SettingPath) -> [SpecValue] {
    let axes = experiment.sweep.axes.map(\.path)
    let ofPoints =
      points.values(of: key, in: experiment.sweep)
      ?? values(decidedBy: key.field, ofPoints: true) { value(of: key, in: $0, beside: axes) }
    let index = keys.firstIndex(of: key) ?? 0
    return ofPoints + inclusions.indices.map { parameters(points.count + $0)[index] }
  }

  /// The values of the keys in a configuration that the sweep gives some values.
  private func parameters(
    of configuration: RunConfiguration, given assignments: [Sweep.Assignment]
  ) -> [SpecValue] {
    keys.map { key in
      assignments.first { $0.path == key }?.value
        ?? value(of: key, in: configuration, beside: assignments.map(\.path))
    }
  }

  /// The value of a key in a configuration that the sweep gives values of other keys: as the spec
  /// writes it for all runs, so that it compares with those that the sweep writes, and where the spec
  /// leaves it open, or another key has a say in it, as it came out.
  private func value(
    of key: SettingPath, in configuration: RunConfiguration, beside others: [SettingPath]
  ) -> SpecValue {
    if key.setting == nil, !others.contains(where: { $0.field == key.field }),
      let written = experiment.settings.value(of: key.field), written != .text("auto")
    {
      return written
    }
    return configuration.value(of: key, in: experiment.settings)
  }
}
