public import Text
public import Vocabulary

extension JSON {
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
}
