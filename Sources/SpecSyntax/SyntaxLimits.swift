/// How large a spec may be; what lies beyond is refused before it costs time or memory.
public struct SyntaxLimits: Hashable, Sendable {
  /// The most bytes in a text.
  public var bytes: Int

  /// The most collections, one inside the other, after aliases are expanded.
  public var depth: Int

  /// The most nodes, keys included, after aliases are expanded.
  public var nodes: Int

  /// The most mistakes collected before reading stops.
  public var mistakes: Int

  /// Makes limits; each is the standard one where it is not given.
  public init(
    bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 100_000, mistakes: Int = 100
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.mistakes = mistakes
  }

  /// The limits of a spec: 1 MiB, depth 64, 100,000 nodes, 100 mistakes.
  public static let standard = SyntaxLimits()
}
