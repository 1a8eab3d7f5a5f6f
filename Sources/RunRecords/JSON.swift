public import Vocabulary

/// A JSON value whose objects keep the order of their members, so that equal values have equal bytes.
public indirect enum JSON: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// A number that may not have been measured.
  public init(_ number: Double?) { self = number.map(JSON.number) ?? .null }

  /// A whole number that may be missing.
  public init(_ integer: Int?) { self = integer.map(JSON.integer) ?? .null }

  /// The value of a spec.
  public init(_ value: SpecValue) {
    switch value {
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .boolean(let isTrue): self = .boolean(isTrue)
    case .text(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSON($0) })
    case .mapping(let members): self = .object(members.map { ($0.key, JSON($0.value)) })
    }
  }

  /// The text, on one line.
  public var text: String {
    switch self {
    case .null: "null"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let number): number.isFinite ? number.description : "null"
    case .string(let string): Self.quoted(string)
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.key)): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// The text with each member of the outermost object, and of objects in it, on a line of its own.
  public func document(indentation: Int = 0) -> String {
    guard case .object(let members) = self, !members.isEmpty else { return text }
    let margin = String(repeating: " ", count: indentation)
    let lines = members.map {
      "\(margin)  \(Self.quoted($0.key)): \($0.value.document(indentation: indentation + 2))"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
