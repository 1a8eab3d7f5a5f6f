internal import Experiments
internal import SpecSyntax
internal import Text
internal import Vocabulary

extension ShapeReader {
  /// Reads one of some words, alone or as a mapping with `name` and settings.
  mutating func choice(
    _ node: SyntaxNode, kind: String, _ entries: [Shape.Entry], _ label: String
  ) -> SpecValue? {
    let shape = Shape.choice(kind: kind, entries)
    switch node.content {
    case .scalar(let scalar):
      return word(scalar.text, kind, entries, label, node).flatMap {
        settings(of: $0, [], label, at: node.site)
      }
    case .mapping(let members):
      guard let name = node["name"] else {
        let hasSettings = entries.contains { !$0.settings.isEmpty }
        return refuse(
          hasSettings
            ? .missingName(label, entries, keys: members.map(\.key), at: node.site)
            : .unfit(label, shape, node))
      }
      guard let scalar = name.scalar, !name.hasNoValue else {
        return refuse(.unfit("\(label).name", shape, name))
      }
      guard let entry = word(scalar.text, kind, entries, label, name) else { return nil }
      return settings(of: entry, members.filter { $0.key != "name" }, label, at: node.site)
    case .sequence:
      return refuse(.unfit(label, shape, node))
    }
  }

  /// The word of a name; one that differs in case alone is reported, and read all the same.
  private mutating func word(
    _ name: String, _ kind: String, _ entries: [Shape.Entry], _ label: String, _ node: SyntaxNode
  ) -> Shape.Entry? {
    if let known = entries.first(where: { $0.name == name }) { return known }
    log.insert(.unknownWord(kind, entries, label, node))
    return entries.first { isSameWord($0.name, name) }
  }

  /// Reads the settings of a word; those at their standard values are left out.
  private mutating func settings(
    of entry: Shape.Entry, _ entries: [SyntaxNode.Entry], _ label: String, at site: SourceSite
  ) -> SpecValue? {
    guard
      let members = members(
        entries, of: entry.settings, label, owner: entry.name, isWord: true, at: site)
    else { return nil }
    let written = members.filter { member in
      entry.settings.first { $0.name == member.key }?.standard.value != member.value
    }
    guard !written.isEmpty else { return .text(entry.name) }
    return .mapping([SpecValue.Member("name", .text(entry.name))] + written)
  }

  /// Reads the alternative that a node looks like.
  mutating func either(_ node: SyntaxNode, _ shapes: [Shape], _ label: String) -> SpecValue? {
    let alternative =
      switch node.content {
      case .scalar(let scalar):
        shapes.first { $0.words.contains { isSameWord($0.name, scalar.text) } }
          ?? shapes.first { $0 == .boolean && Diagnostic.isBoolean(scalar.text) }
          ?? (scalar.isPlain && DecimalText(scalar.text).isNumeric
            ? shapes.first(where: \.isNumeric) : Self.manyWords(among: shapes))
          ?? shapes.first { $0.isPath(scalar.text) } ?? shapes.first { $0 == .text }
      case .sequence:
        shapes.first { if case .list = $0 { true } else { false } }
      case .mapping(let entries):
        Self.alternative(for: entries.map(\.key), among: shapes)
      }
    let whole = Shape.either(shapes)
    switch alternative {
    // A number out of bounds is told of all that may be written; where that is data of many kinds, of
    // what numbers may be.
    case let shape? where shape.isNumeric:
      let told = whole.takesData ? shape : whole
      return number(node, whole) ?? refuse(.unfit(label, told, node))
    case let shape?: return read(node, as: shape, label)
    case nil: return refuse(.unfit(label, whole, node))
    }
  }

  /// The alternative that is one of many words, where no other can be a word; nil if there is none.
  private static func manyWords(among shapes: [Shape]) -> Shape? {
    let scalars = shapes.filter { shape in
      switch shape {
      case .list, .mapping, .labels, .axes, .configurations, .configuration: false
      case .integer, .number, .boolean, .text, .folderName, .path, .choice, .either: true
      }
    }
    guard scalars.count == 1, scalars[0].words.count > 4 else { return nil }
    return scalars[0]
  }

  /// The alternative that knows most of a mapping's keys, of equal ones the first; nil if none is a
  /// mapping.
  private static func alternative(for keys: [String], among shapes: [Shape]) -> Shape? {
    func known(by shape: Shape) -> Int? {
      switch shape {
      case .mapping(let settings):
        keys.count { key in settings.contains { $0.name == key } }
      case .choice(_, let entries):
        entries.allSatisfy(\.settings.isEmpty)
          ? nil
          : keys.count { key in
            key == "name" || entries.contains { $0.settings.contains { $0.name == key } }
          }
      case .labels: 0
      case .integer, .number, .boolean, .text, .folderName, .path, .list, .either, .axes,
        .configurations, .configuration:
        nil
      }
    }
    let candidates = shapes.compactMap { shape in known(by: shape).map { (shape, $0) } }
    let most = candidates.map(\.1).max()
    return candidates.first { $0.1 == most }?.0
  }
}
