extension Shape {
  /// What may be written, in words: `a whole number from 1 to 10`, `a number above 0`.
  public var phrase: String {
    switch self {
    case .integer(let range): Self.phrase(range)
    case .number(let interval): "a number" + Self.phrase(interval)
    case .boolean: "true or false"
    case .text: "a text"
    case .folderName: "a name of letters, digits, \".\", \"_\" and \"-\""
    case .path(let ending): Self.phrase(ofPaths: [ending])
    case .choice, .either: Self.joined(alternatives, by: "or")
    case .list(let element, _): "a list, each element \(element.phrase)"
    case .mapping(let settings):
      "a mapping of " + Self.joined(Self.leading(settings).map { "`\($0.name)`" }, by: "and")
    case .labels(let value): "a mapping from labels, each to \(value.phrase)"
    case .axes: "a mapping from keys to lists of values"
    case .configurations: "a list of mappings from keys to values"
    case .configuration: "a mapping from swept keys to one of their values"
    }
  }

  /// Every word that may be written, through alternatives but not inside lists or mappings.
  public var words: [Entry] {
    switch self {
    case .choice(_, let entries): entries
    case .either(let shapes): shapes.flatMap(\.words)
    case .integer, .number, .boolean, .text, .folderName, .path, .list, .mapping, .labels, .axes,
      .configurations, .configuration:
      []
    }
  }

  /// The things of which one may be written; of many words, the first two.
  private var alternatives: [String] {
    switch self {
    case .choice(_, let entries):
      let names = entries.map { "`\($0.name)`" }
      return names.count > 4 ? ["a word such as \(names[0]) or \(names[1])"] : names
    case .either(let shapes):
      let endings = shapes.compactMap(\.pathEnding)
      return shapes.flatMap { shape in
        guard let ending = shape.pathEnding else { return shape.alternatives }
        return ending == endings[0] ? [Self.phrase(ofPaths: endings)] : []
      }
    case .integer, .number, .boolean, .text, .folderName, .path, .list, .mapping, .labels, .axes,
      .configurations, .configuration:
      return [phrase]
    }
  }

  /// How the path of a file ends, if this is one.
  private var pathEnding: String? {
    if case .path(let ending) = self { ending } else { nil }
  }

  /// The path of a file that ends in one of several ways.
  private static func phrase(ofPaths endings: [String]) -> String {
    "the path of a \(joined(endings, by: "or")) file"
  }

  /// The keys that a mapping is known by: all, or of many those that it must have.
  private static func leading(_ settings: [Setting]) -> [Setting] {
    let required = settings.filter { $0.standard == .required }
    return settings.count > 4 && !required.isEmpty ? required : settings
  }

  /// A whole number between bounds.
  private static func phrase(_ range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (let lower, Int.max): "a whole number of at least \(lower)"
    case (let lower, let upper): "a whole number from \(lower) to \(upper)"
    }
  }

  /// What follows "a number".
  private static func phrase(_ interval: Interval) -> String {
    func text(_ bound: Double) -> String { SpecValue.number(bound).text }
    let lower =
      switch interval.lower {
      case .included(let bound): " of at least \(text(bound))"
      case .excluded(let bound): " above \(text(bound))"
      case .none: ""
      }
    let upper =
      switch interval.upper {
      case .included(let bound): " of at most \(text(bound))"
      case .excluded(let bound): " below \(text(bound))"
      case .none: ""
      }
    return lower.isEmpty || upper.isEmpty ? lower + upper : lower + " and" + upper
  }

  /// The items with commas between them, and a word before the last.
  private static func joined(_ items: [String], by conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
