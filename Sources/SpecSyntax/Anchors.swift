/// The anchors met so far, by name; a name given again refers to its latest node.
struct Anchors {
  /// A node that was given a name.
  struct Anchor {
    /// Which of all anchors it is, in the order they begin.
    let number: Int
    /// Where `&name` stands.
    let site: SourceSite
    /// The node, once it has ended.
    var state: State
  }

  /// How far a named node has been read.
  enum State {
    /// It has begun: an alias to it would contain itself.
    case open
    /// It is whole, or nil if a part of it could not be understood.
    case whole(SyntaxNode?)
  }

  /// The latest anchor of each name.
  private var latest: [String: Anchor] = [:]

  /// How many anchors have begun.
  private var count = 0

  /// The latest anchor called `name`.
  subscript(name: String) -> Anchor? { latest[name] }

  /// The names, in the order of their latest anchors.
  var names: [String] {
    latest.sorted { $0.value.number < $1.value.number }.map { $0.key }
  }

  /// Begins the node called `name`; returns the number with which to end it.
  mutating func begin(_ name: String, at site: SourceSite) -> Int {
    count += 1
    latest[name] = Anchor(number: count, site: site, state: .open)
    return count
  }

  /// Ends the node begun as `number`; it stays unnamed if its name was given again inside it.
  mutating func end(_ name: String, number: Int, as node: SyntaxNode?) {
    if latest[name]?.number == number { latest[name]?.state = .whole(node) }
  }
}
