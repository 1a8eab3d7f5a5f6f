internal import Experiments
internal import Text
internal import Vocabulary

// What `sweep` says of other keys.
extension Schema {
  /// The definition of a mapping from swept keys to the values that each of them takes.
  static let axesName = "axes"
  /// The definition of a mapping from swept keys to one value each.
  static let configurationName = "configuration"
  /// The definition of evenly spaced numbers.
  private static let rangeName = "range"
  /// The definition of what numbers are drawn from.
  private static let distributionName = "distribution"

  /// The definitions that `sweep` needs beside those of its keys' values.
  static var sweepDefinitions: [(key: String, value: Schema)] {
    let paths = SettingPath.sweepable
    return [
      (rangeName, range),
      (
        distributionName,
        .any(of: DistributionReader.settings.map { member(alone: $0.name, Schema($0.shape)) })
      ),
      (axesName, .object(paths.map { ($0.key, axis(of: $0)) })),
      (
        configurationName,
        Schema.object(paths.map { ($0.key, .reference($0.key)) })
          .with(["minProperties": .integer(1)])
      ),
    ]
  }

  /// A spec whose sweep gives a key its values.
  static func sweeps(_ field: Field) -> Schema {
    let axes = Schema(["type": "object", "required": .strings([field.key])])
    guard case .mapping(let settings) = Field.sweep.declaration.shape else { return axes }
    let ways = settings.compactMap { setting -> Schema? in
      switch setting.shape {
      case .axes: member(setting.name, axes)
      case .list(of: .axes, _):
        member(setting.name, Schema(["type": "array", "contains": axes.json]))
      case .integer, .number, .boolean, .text, .folderName, .path, .choice, .list, .either,
        .mapping, .labels, .configurations, .configuration:
        nil
      }
    }
    return member(Field.sweep.key, .any(of: ways))
  }

  /// A mapping that has a key with such a value.
  private static func member(_ key: String, _ value: Schema) -> Schema {
    Schema([
      "type": "object", "properties": .object([(key, value.json)]), "required": .strings([key]),
    ])
  }

  /// A mapping of one key alone.
  private static func member(alone key: String, _ value: Schema) -> Schema {
    .object([(key, value)], required: [key])
  }

  /// The values of a key: a list, or a range or a distribution where it takes numbers, or one of
  /// these for each of its settings.
  private static func axis(of path: SettingPath) -> Schema {
    let values = list(of: .reference(path.key)).with(["minItems": .integer(1)])
    let isNumeric = path.shape()?.isNumeric == true
    let settings = path.setting == nil ? path.field.sweepablePaths : []
    let nested = Schema.object(
      settings.compactMap { setting in
        setting.setting.map { ($0, axis(of: setting)) }
      }
    ).with(["minProperties": .integer(1)])
    return .any(
      of: [values, member(alone: DistributionReader.choice, values)]
        + (isNumeric ? [.reference(rangeName), .reference(distributionName)] : [])
        + (settings.isEmpty ? [] : [nested]))
  }

  /// Evenly spaced numbers, by one of the scales.
  private static var range: Schema {
    let settings = RangeReader.settings
    let scales = settings.filter { $0.standard == .absent }
    let required = settings.filter { $0.standard == .required }.map(\.name)
    let one = scales.map { scale in
      Schema([
        "properties": .object([(scale.name, .object([("type", "array")]))]),
        "required": .strings([scale.name]),
      ]).json
    }
    return Schema.object(settings.map { ($0.name, Schema($0)) }, required: required)
      .with(["oneOf": .array(one)])
  }
}

extension Field {
  /// Whether a word of the key requires a setting, which a sweep may give in the word's place.
  var hasSweepableRequirement: Bool {
    declaration.shape.words.contains { word in
      word.settings.contains { $0.standard == .required }
    }
  }
}
