/// A value written in a spec, and where it is written.
///
/// Children share their storage between copies: an alias costs no more than a reference.
public struct SyntaxNode: Sendable {
  /// A single word, number or text.
  public struct Scalar: Hashable, Sendable {
    /// What it says, quotes taken off and escapes resolved.
    public let text: String

    /// Whether it stands without quotes; quoted and block scalars are never numbers.
    public let isPlain: Bool

    /// Makes a scalar.
    public init(text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }

    /// Whether nothing is written, as after the colon of `key:`.
    public var isMissing: Bool { isPlain && text.isEmpty }
  }

  /// One `key: value` of a mapping.
  public struct Entry: Sendable {
    /// The key's text.
    public let key: String

    /// Where the key is written; for a merged entry, in the mapping it was merged from.
    public let keySite: SourceSite

    /// The value.
    public let value: SyntaxNode

    /// Makes an entry.
    public init(key: String, keySite: SourceSite, value: SyntaxNode) {
      self.key = key
      self.keySite = keySite
      self.value = value
    }
  }

  /// What a node can be.
  public enum Content: Sendable {
    /// A single word, number or text.
    case scalar(Scalar)
    /// A list, in order.
    case sequence([SyntaxNode])
    /// A mapping in written order, keys distinct, merges done.
    case mapping([Entry])
  }

  /// What the node says.
  public let content: Content

  /// Where the node is written, without its anchor.
  public let site: SourceSite

  /// Where the `*alias` stands through which the node came, if it did.
  ///
  /// Set on the aliased node and on the values merged by `<<`, not on what lies inside them.
  public private(set) var aliasSite: SourceSite?

  /// How many nodes there are in this one, itself and keys included.
  let size: Int

  /// How many collections lie inside each other here: 0 for a scalar.
  let height: Int

  /// Makes a node.
  ///
  /// Complexity: O(children).
  public init(_ content: Content, at site: SourceSite, through aliasSite: SourceSite? = nil) {
    self.content = content
    self.site = site
    self.aliasSite = aliasSite
    switch content {
    case .scalar:
      size = 1
      height = 0
    case .sequence(let items):
      size = items.reduce(1) { $0 + $1.size }
      height = 1 + items.reduce(0) { max($0, $1.height) }
    case .mapping(let entries):
      size = entries.reduce(1) { $0 + 1 + $1.value.size }
      height = 1 + entries.reduce(0) { max($0, $1.value.height) }
    }
  }

  /// The same node, come through the alias at `site`.
  func reached(through site: SourceSite?) -> SyntaxNode {
    var node = self
    node.aliasSite = site ?? aliasSite
    return node
  }
}
