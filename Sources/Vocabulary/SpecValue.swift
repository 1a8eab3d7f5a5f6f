/// A value of a spec once its key has decided the type: what reading makes of YAML, and what
/// writing makes YAML of.
///
/// Equality is that of the values, so `0.10`, `1e-1` and `0.1` are one.
public enum SpecValue: Hashable, Sendable {
  /// A whole number.
  case integer(Int)
  /// A finite number; never −0.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// A word, a path or a text.
  case text(String)
  /// A list.
  case list([SpecValue])
  /// A mapping, in the order of its keys.
  case mapping([Member])

  /// One key of a mapping with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: SpecValue

    /// Creates a member.
    public init(_ key: String, _ value: SpecValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key, if this is a mapping that has it.
  public subscript(key: String) -> SpecValue? {
    guard case .mapping(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements, if this is a list.
  public var elements: [SpecValue]? {
    guard case .list(let elements) = self else { return nil }
    return elements
  }

  /// The number, if this is one.
  public var asNumber: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The whole number, if this is one.
  public var asInteger: Int? {
    guard case .integer(let integer) = self else { return nil }
    return integer
  }

  /// The word, alone or as the `name` of a mapping with its settings; nil if this is neither.
  public var word: String? { asText ?? self["name"]?.asText }

  /// The text, if this is one.
  public var asText: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}
