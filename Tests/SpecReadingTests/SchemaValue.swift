import SpecSyntax

/// A value of JSON, or a spec as a reader of YAML 1.2 with its core schema hands it to a validator.
indirect enum SchemaValue: Hashable, Decodable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([SchemaValue])
  case mapping([String: SchemaValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let isTrue = try? value.decode(Bool.self) {
      self = .boolean(isTrue)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let elements = try? value.decode([SchemaValue].self) {
      self = .list(elements)
    } else {
      self = .mapping(try value.decode([String: SchemaValue].self))
    }
  }

  /// What a node is by YAML 1.2's core schema (chapter 10.3.2).
  init(_ node: SyntaxNode) {
    switch node.content {
    case .sequence(let items): self = .list(items.map { SchemaValue($0) })
    case .mapping(let entries):
      self = .mapping(
        Dictionary(entries.map { ($0.key, SchemaValue($0.value)) }) { first, _ in first })
    case .scalar(let scalar): self = scalar.isPlain ? Self.plain(scalar.text) : .text(scalar.text)
    }
  }

  /// What a plain scalar is.
  private static func plain(_ text: String) -> SchemaValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: break
    }
    for (pattern, radix) in [(/0x([0-9a-fA-F]+)/, 16), (/0o([0-7]+)/, 8)] {
      if let match = text.wholeMatch(of: pattern), let integer = Int(match.1, radix: radix) {
        return .integer(integer)
      }
    }
    if text.wholeMatch(of: /[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?/) != nil {
      if let integer = Int(text) { return .integer(integer) }
      // JSON has no number that is not finite, and validators refuse it as one.
      if let number = Double(text), number.isFinite { return .number(number) }
    }
    return .text(text)
  }

  /// The value of a key, if this is a mapping that has it.
  subscript(key: String) -> SchemaValue? {
    if case .mapping(let members) = self { members[key] } else { nil }
  }

  /// The elements, if this is a list.
  var elements: [SchemaValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// The members, if this is a mapping.
  var members: [String: SchemaValue] {
    if case .mapping(let members) = self { members } else { [:] }
  }

  /// The text, if this is one.
  var asText: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number, if this is one.
  var asNumber: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .null, .boolean, .text, .list, .mapping: nil
    }
  }

  /// Whether both are numbers, and this is the smaller.
  func isLess(than other: SchemaValue) -> Bool {
    if case .integer(let left) = self, case .integer(let right) = other { return left < right }
    // No double is the largest `Int`: one that is as large is larger.
    if case .integer(.max) = self, let right = other.asNumber { return right >= 0x1p63 }
    guard let left = asNumber, let right = other.asNumber else { return false }
    return left < right
  }

  /// Whether the value is of one of JSON Schema's types.
  func isOf(type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .boolean: type == "boolean"
    case .integer: type == "integer" || type == "number"
    case .number(let number):
      type == "number" || type == "integer" && number.rounded() == number
    case .text: type == "string"
    case .list: type == "array"
    case .mapping: type == "object"
    }
  }
}
