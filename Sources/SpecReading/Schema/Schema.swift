internal import Text
internal import Vocabulary

/// A JSON Schema of one value: its keywords, in the order in which they are written.
///
/// Source: https://json-schema.org/draft/2020-12.
struct Schema {
  /// The keywords with their values.
  private(set) var keywords: [(key: String, value: JSON)]

  /// Creates a schema of these keywords.
  init(_ keywords: KeyValuePairs<String, JSON>) {
    self.keywords = keywords.map { ($0.key, $0.value) }
  }

  /// The schema as a value of JSON.
  var json: JSON { .object(keywords) }

  /// The same with more keywords after the others.
  func with(_ more: KeyValuePairs<String, JSON>) -> Schema {
    var schema = self
    schema.keywords += more.map { ($0.key, $0.value) }
    return schema
  }

  /// What a definition of the document says.
  static func reference(_ definition: String) -> Schema {
    Schema(["$ref": .string("#/$defs/\(definition)")])
  }

  /// A value that one of several schemas has; those that are choices themselves are taken apart.
  static func any(of schemas: [Schema]) -> Schema {
    let parts = schemas.flatMap { schema -> [JSON] in
      guard schema.keywords.count == 1, schema.keywords[0].key == "anyOf",
        case .array(let parts) = schema.keywords[0].value
      else { return [schema.json] }
      return parts
    }
    return schemas.count == 1 ? schemas[0] : Schema(["anyOf": .array(parts)])
  }

  /// A mapping of these keys and no others.
  static func object(
    _ properties: [(key: String, value: Schema)], required: [String] = []
  ) -> Schema {
    let schema = Schema([
      "type": "object", "properties": .object(properties.map { ($0.key, $0.value.json) }),
    ])
    return (required.isEmpty ? schema : schema.with(["required": .strings(required)]))
      .with(["additionalProperties": .boolean(false)])
  }

  /// A list of values of one schema.
  static func list(of element: Schema) -> Schema {
    Schema(["type": "array", "items": element.json])
  }

  /// One of some words, with what each of them means.
  static func words(_ entries: [Shape.Entry]) -> Schema {
    Schema([
      "type": "string", "enum": .strings(entries.map(\.name)),
      "markdownEnumDescriptions": .strings(entries.map(\.summary)),
    ])
  }

  /// The word that stands for no value.
  static let none = Schema(["const": "none", "description": "no value, as without the key"])
}

extension JSON: ExpressibleByStringLiteral {
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }

  /// A list of texts.
  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}
