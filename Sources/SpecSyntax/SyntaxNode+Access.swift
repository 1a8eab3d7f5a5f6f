extension SyntaxNode {
  /// The scalar, if the node is one.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The items, if the node is a list.
  public var items: [SyntaxNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries, if the node is a mapping.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of `key`, if the node is a mapping that has it.
  ///
  /// Complexity: O(entries).
  public subscript(key: String) -> SyntaxNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What the node is, for a message: `a list`, `a mapping`, `nothing`, or its text in quotes.
  public var phrase: String {
    switch content {
    case .scalar(let scalar): scalar.isMissing ? "nothing" : quoted(scalar.text)
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
