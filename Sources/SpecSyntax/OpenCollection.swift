/// A list or a mapping that has begun and not ended.
struct OpenCollection {
  /// What it holds so far.
  enum Content {
    /// A list.
    case sequence([SyntaxNode])
    /// A mapping.
    case mapping(MappingBuilder)
  }

  /// What it holds so far.
  var content: Content

  /// Where its first bracket or first child begins.
  let start: Int

  /// Where its last child ends, or its opening bracket while it has none.
  var end: Int

  /// Its name, and the number its anchor began with.
  let anchor: (name: String, number: Int)?

  /// Whether it is written in brackets.
  let isFlow: Bool

  /// Adds a child that ends at `end`, or nil for one that could not be understood.
  ///
  /// Returns what is wrong with it, if anything is.
  mutating func add(_ node: SyntaxNode?, end: Int) -> Diagnostic? {
    self.end = end
    switch content {
    case .sequence(var items):
      content = .sequence([])
      if let node { items.append(node) }
      content = .sequence(items)
      return nil
    case .mapping(var builder):
      content = .sequence([])
      let mistake = builder.take(node)
      content = .mapping(builder)
      return mistake
    }
  }

  /// What it holds, as a node's content.
  func finished() -> SyntaxNode.Content {
    switch content {
    case .sequence(let items): .sequence(items)
    case .mapping(let builder): .mapping(builder.entries())
    }
  }
}
