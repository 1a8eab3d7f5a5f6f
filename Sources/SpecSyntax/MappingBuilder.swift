/// The entries of a mapping while it is read: keys and values by turns, duplicates and merges.
struct MappingBuilder {
  /// What the next node is.
  private enum Turn {
    /// A key.
    case key
    /// The value of a key.
    case value(key: String, SourceSite)
    /// What `<<` merges.
    case merge
    /// The value of a key that was refused.
    case refused
  }

  /// What the next node is.
  private var turn = Turn.key

  /// The mapping's own entries, in written order.
  private var own: [SyntaxNode.Entry] = []

  /// Where each key stands first, `<<` included.
  private var keySites: [String: SourceSite] = [:]

  /// The entries that `<<` brought, keys distinct.
  private var merged: [SyntaxNode.Entry] = []

  /// How many own entries stand before `<<`.
  private var mergePosition = 0

  /// Takes the next node, or nil for one that could not be understood.
  ///
  /// Returns what is wrong with it, if anything is.
  mutating func take(_ node: SyntaxNode?) -> Diagnostic? {
    let current = turn
    turn = .key
    switch current {
    case .key:
      turn = .refused
      return node.flatMap { takeKey($0) }
    case .value(let key, let site):
      if let node { own.append(.init(key: key, keySite: site, value: node)) }
      return nil
    case .merge:
      return node.flatMap { merge($0) }
    case .refused:
      return nil
    }
  }

  /// The mapping's entries: what `<<` brought stands where `<<` stood, but for the own keys.
  ///
  /// Complexity: O(entries).
  func entries() -> [SyntaxNode.Entry] {
    if merged.isEmpty { return own }
    let added = merged.filter { keySites[$0.key] == nil }
    return own[..<mergePosition] + added + own[mergePosition...]
  }

  /// Takes a key and says what comes next.
  private mutating func takeKey(_ node: SyntaxNode) -> Diagnostic? {
    let site = node.aliasSite ?? node.site
    guard let scalar = node.scalar else { return .keyIsNoWord(node, at: site) }
    if scalar.isMissing { return .missingKey(at: site) }
    if let first = keySites[scalar.text] {
      return .duplicateKey(scalar.text, at: site, first: first)
    }
    keySites[scalar.text] = site
    if scalar.isPlain && scalar.text == "<<" {
      turn = .merge
      mergePosition = own.count
    } else {
      turn = .value(key: scalar.text, site)
    }
    return nil
  }

  /// Merges a mapping, or the mappings of a list, of which the earlier win.
  private mutating func merge(_ node: SyntaxNode) -> Diagnostic? {
    var seen: Set<String> = []
    for source in node.items ?? [node] {
      let aliasSite = node.aliasSite ?? source.aliasSite
      guard let entries = source.entries else {
        return .mergeOfNoMapping(source, at: aliasSite ?? source.site)
      }
      for entry in entries where seen.insert(entry.key).inserted {
        let value = entry.value.reached(through: aliasSite)
        merged.append(.init(key: entry.key, keySite: entry.keySite, value: value))
      }
    }
    return nil
  }
}
