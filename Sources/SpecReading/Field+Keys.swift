internal import Experiments
internal import Vocabulary

extension Field {
  /// Whether a sweep may give the field several values: what decides a run's bytes, but for the
  /// seed, which `sweep.seeds` repeats.
  var isSweepable: Bool { declaration.role == .run && self != .seed }

  /// The fields that a sweep may give several values.
  static var sweepable: [Field] { allCases.filter(\.isSweepable) }

  /// The settings that a sweep can give values to, each once.
  var sweepablePaths: [SettingPath] {
    var paths: [SettingPath] = []
    for setting in sweepableSettings() {
      let path = SettingPath(self, setting.name)
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }
}

extension SettingPath {
  /// Every key that a sweep can give values to, settings behind the key that has them.
  static var sweepable: [SettingPath] {
    Field.sweepable.flatMap { [SettingPath($0)] + $0.sweepablePaths }
  }

  /// The key that a text names; nil if there is none that can be swept.
  init?(sweeping key: String) {
    let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let field = Field(rawValue: String(parts[0])), field.isSweepable else { return nil }
    self.init(field, parts.count == 2 ? String(parts[1]) : nil)
    guard exists else { return nil }
  }
}
