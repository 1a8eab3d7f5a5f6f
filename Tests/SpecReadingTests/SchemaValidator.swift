import Foundation
import SpecReading
import SpecSyntax

/// As much of a validator of JSON Schema 2020-12 as the schema of specs needs.
///
/// A keyword that it does not know is an error, so that none is passed over. What it says of the
/// corpus is compared with another validator by `Tests/Oracle/schema.csv`.
struct SchemaValidator {
  /// A keyword that there is no rule for.
  struct UnknownKeyword: Error { let keyword: String }

  /// The whole document.
  let document: SchemaValue

  /// The validator of specs.
  static let specs = Result {
    SchemaValidator(
      document: try JSONDecoder().decode(SchemaValue.self, from: Data(SpecSchema.text.utf8)))
  }

  /// Keywords that say something to people alone.
  private static let annotations: Set = [
    "$schema", "$defs", "title", "description", "markdownDescription", "markdownEnumDescriptions",
    "default", "examples",
  ]

  /// Whether a value has the schema of the document.
  func accepts(_ value: SchemaValue) throws -> Bool { try accepts(value, by: document) }

  /// Whether a spec is valid; nil where it is no YAML.
  func accepts(_ source: SourceText) throws -> Bool? {
    var log = DiagnosticLog()
    guard let tree = SyntaxTree(recovering: source, reportingTo: &log) else { return nil }
    return try accepts(SchemaValue(tree.root))
  }

  private func accepts(_ value: SchemaValue, by schema: SchemaValue) throws -> Bool {
    if case .boolean(let isAny) = schema { return isAny }
    return try schema.members.allSatisfy { keyword, argument in
      try Self.annotations.contains(keyword) || holds(keyword, argument, of: value, in: schema)
    }
  }

  private func holds(
    _ keyword: String, _ argument: SchemaValue, of value: SchemaValue, in schema: SchemaValue
  ) throws -> Bool {
    switch keyword {
    case "$ref":
      let name = argument.asText?.split(separator: "/").last.map(String.init) ?? ""
      guard let definition = document["$defs"]?[name] else {
        throw UnknownKeyword(keyword: "$ref to \(name)")
      }
      return try accepts(value, by: definition)
    case "type":
      let types = argument.asText.map { [$0] } ?? argument.elements.compactMap(\.asText)
      return types.contains { value.isOf(type: $0) }
    case "const": return value == argument
    case "enum": return argument.elements.contains(value)
    case "anyOf": return try argument.elements.contains { try accepts(value, by: $0) }
    case "allOf": return try argument.elements.allSatisfy { try accepts(value, by: $0) }
    case "oneOf": return try argument.elements.count { try accepts(value, by: $0) } == 1
    case "if":
      let branch = try accepts(value, by: argument) ? schema["then"] : schema["else"]
      return try branch.map { try accepts(value, by: $0) } ?? true
    case "then", "else": return true
    case "minimum": return !value.isLess(than: argument)
    case "maximum": return !argument.isLess(than: value)
    case "exclusiveMinimum": return value.asNumber == nil || argument.isLess(than: value)
    case "exclusiveMaximum": return value.asNumber == nil || value.isLess(than: argument)
    case "pattern":
      guard let text = value.asText, let pattern = argument.asText else { return true }
      return try text.firstMatch(of: Regex(pattern)) != nil
    case "items": return try value.elements.allSatisfy { try accepts($0, by: argument) }
    case "contains": return try value.elements.contains { try accepts($0, by: argument) }
    case "minItems":
      return !value.isOf(type: "array") || !SchemaValue.count(of: value.elements, below: argument)
    case "maxItems": return !argument.isLess(than: .integer(value.elements.count))
    case "minProperties":
      return !value.isOf(type: "object") || !SchemaValue.count(of: value.members, below: argument)
    case "required":
      return argument.elements.allSatisfy { key in
        !value.isOf(type: "object") || key.asText.map { value[$0] != nil } == true
      }
    case "properties":
      return try value.members.allSatisfy { key, member in
        try argument[key].map { try accepts(member, by: $0) } ?? true
      }
    case "patternProperties":
      return try value.members.allSatisfy { key, member in
        try argument.members.allSatisfy { pattern, schema in
          try key.firstMatch(of: Regex(pattern)) == nil || accepts(member, by: schema)
        }
      }
    case "additionalProperties":
      let patterns = try (schema["patternProperties"]?.members.keys.map { $0 } ?? []).map {
        try Regex($0)
      }
      return try value.members.allSatisfy { key, member in
        try schema["properties"]?[key] != nil
          || patterns.contains { key.firstMatch(of: $0) != nil }
          || accepts(member, by: argument)
      }
    default: throw UnknownKeyword(keyword: keyword)
    }
  }
}

extension SchemaValue {
  /// Whether there are fewer items than a bound says.
  fileprivate static func count(of items: some Collection, below bound: SchemaValue) -> Bool {
    SchemaValue.integer(items.count).isLess(than: bound)
  }
}
