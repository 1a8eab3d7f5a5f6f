internal import Experiments
internal import Text
internal import Vocabulary

/// The JSON Schema of specs, for editors and other programs: made from the table of fields.
///
/// It accepts every spec that is sound, and refuses what is wrong with a value by itself. It is of
/// YAML as version 1.2 reads it, where `1e-3` is a number and `no` a text.
public enum SpecSchema {
  /// The document: JSON, with the same bytes each time.
  public static var text: String { String(decoding: document.json.document, as: UTF8.self) }

  /// The whole schema.
  private static var document: Schema {
    Schema([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "nn-run spec",
      "description": "An experiment: which dense networks to train, on which data, and how.",
      "type": "object",
      "properties": .object(Field.allCases.map { ($0.key, property($0).json) }),
      "patternProperties": .object([("^x-", Schema([:]).json)]),
      "additionalProperties": .boolean(false),
      "if": Schema([
        "properties": .object([(Field.sweep.key, .object([("type", "object")]))]),
        "required": .strings([Field.sweep.key]),
      ]).json,
      "then": swept.json,
      "else": unswept.json,
      "$defs": .object(definitions.map { ($0.key, $0.value.json) }),
    ])
  }

  /// The keys that every run needs.
  private static let required = Field.allCases.filter { $0.declaration.standard == .required }

  /// What holds of a key's value whether there is a sweep or not.
  private static func property(_ field: Field) -> Schema {
    if field.hasSweepableRequirement { return Schema([:]).named(field) }
    return field.isSweepable ? .reference(SettingPath(field).key) : Schema(field)
  }

  /// What holds of a spec with a sweep: it may give required keys, and settings that words require.
  private static var swept: Schema {
    let properties = Field.allCases.filter(\.hasSweepableRequirement).map { field in
      (key: field.key, value: Schema.reference(SettingPath(field).key).json)
    }
    let requirements = required.map { field in
      let given = Schema(["required": .strings([field.key])])
      return Schema.any(of: [given, Schema.sweeps(field)]).json
    }
    return Schema(["properties": .object(properties), "allOf": .array(requirements)])
  }

  /// What holds of a spec without a sweep.
  private static var unswept: Schema {
    let properties = Field.allCases.filter(\.hasSweepableRequirement).map { field in
      (key: field.key, value: Schema(field).json)
    }
    return Schema([
      "properties": .object(properties), "required": .strings(required.map(\.key)),
    ])
  }

  /// The values of keys and settings that can be swept, and what `sweep` needs beside them.
  private static var definitions: [(key: String, value: Schema)] {
    let values = SettingPath.sweepable.compactMap { path -> (key: String, value: Schema)? in
      guard path.setting != nil else {
        return (path.key, Schema(path.field, isSwept: true))
      }
      return path.shape().map { shape in (path.key, Schema(shape).named(path)) }
    }
    let shapes = SettingPath.sweepable.filter { $0.setting != nil }.compactMap { $0.shape() }
    let held = shapes.first(where: \.takesData).map { shape in
      (key: Schema.heldData, value: Schema(definitionOf: shape))
    }
    return values + [held].compactMap(\.self) + Schema.sweepDefinitions
  }
}
