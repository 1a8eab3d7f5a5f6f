package import Experiments

extension Field {
  /// Whether a sweep may give the field several values: what decides a run's bytes, but for the
  /// seed, which `sweep.seeds` repeats.
  package var isSweepable: Bool { declaration.role == .run && self != .seed }

  /// The fields that a sweep may give several values.
  package static var sweepable: [Field] { allCases.filter(\.isSweepable) }
}

extension SettingPath {
  /// The key that a text names; nil if there is none that can be swept.
  init?(sweeping key: String) {
    let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let field = Field(rawValue: String(parts[0])), field.isSweepable else { return nil }
    self.init(field, parts.count == 2 ? String(parts[1]) : nil)
    guard exists else { return nil }
  }
}
