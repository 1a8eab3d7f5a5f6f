internal import Experiments
internal import Text
internal import Vocabulary

// What a value of each shape is in JSON, as a reader of YAML 1.2 with its core schema makes it.
extension Schema {
  /// The definition of data that is held back, which takes many lines and is needed often.
  static let heldData = "held-data"

  /// The schema of a shape.
  ///
  /// - Parameter isSwept: whether a sweep may give the settings that the shape's words require.
  init(_ shape: Shape, isSwept: Bool = false) {
    switch shape {
    case .integer(let range): self.init(range)
    case .number(let interval): self.init(interval)
    case .boolean: self.init(["type": "boolean"])
    // A text may look like a number or a boolean: `name: no`, `description: 2026`.
    case .text, .path: self.init(["type": .strings(["string", "number", "boolean"])])
    case .folderName:
      self = Schema(.text).with(["pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$"])
    case .choice(_, let entries):
      self = .any(of: Self.choice(entries, takesName: true, isSwept: isSwept))
    case .list(let element, let count): self = .list(of: element, count: count)
    case .either(let shapes):
      let isDataset = shape == Field.dataset.declaration.shape
      self =
        shape.takesData && !isDataset
        ? .reference(Self.heldData) : .alternatives(shapes, isSwept: isSwept)
    case .mapping(let settings): self = .mapping(settings)
    case .labels(let value):
      self.init(["type": "object", "additionalProperties": Schema(value).json])
    case .axes: self = .reference(Self.axesName)
    case .configurations: self = .list(of: .reference(Self.configurationName))
    case .configuration: self = .reference(Self.configurationName)
    }
  }

  /// The schema of data that is held back, in full.
  init(definitionOf shape: Shape) {
    if case .either(let shapes) = shape {
      self = .alternatives(shapes)
    } else {
      self.init(shape)
    }
  }

  /// A whole number; `1e3` and `2.0` are such in JSON Schema too.
  private init(_ range: ClosedRange<Int>) {
    self.init([
      "type": "integer", "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ])
  }

  /// A number.
  private init(_ interval: Interval) {
    self.init(["type": "number"])
    switch interval.lower {
    case .included(let bound): self = with(["minimum": .number(bound)])
    case .excluded(let bound): self = with(["exclusiveMinimum": .number(bound)])
    case .none: break
    }
    switch interval.upper {
    case .included(let bound): self = with(["maximum": .number(bound)])
    case .excluded(let bound): self = with(["exclusiveMaximum": .number(bound)])
    case .none: break
    }
  }

  /// A list of so many values.
  private static func list(of element: Shape, count: ClosedRange<Int>) -> Schema {
    var schema = list(of: Schema(element))
    if count.lowerBound > 0 { schema = schema.with(["minItems": .integer(count.lowerBound)]) }
    if count.upperBound < .max { schema = schema.with(["maxItems": .integer(count.upperBound)]) }
    return schema
  }

  /// One of several shapes.
  private static func alternatives(_ shapes: [Shape], isSwept: Bool = false) -> Schema {
    let endings = shapes.compactMap { if case .path(let ending) = $0 { ending } else { nil } }
    let hasNumbers = shapes.contains(where: \.isNumeric)
    let schemas = shapes.flatMap { shape -> [Schema] in
      switch shape {
      case .choice(_, let entries):
        let hasSettings = entries.contains { !$0.settings.isEmpty }
        return choice(entries, takesName: hasSettings, isSwept: isSwept)
      case .path(let ending): return ending == endings.first ? [paths(endings)] : []
      // What looks like a number is one, and within its bounds.
      case .text where hasNumbers: return [Schema(["type": .strings(["string", "boolean"])])]
      case .integer, .number, .boolean, .text, .folderName, .list, .either, .mapping, .labels,
        .axes, .configurations, .configuration:
        return [Schema(shape)]
      }
    }
    return .any(of: schemas)
  }

  /// The path of a file that ends in one of several ways, in either case.
  private static func paths(_ endings: [String]) -> Schema {
    let patterns = endings.map { ending in
      ending.map { character in
        character.isLetter ? "[\(character)\(character.uppercased())]" : "\\\(character)"
      }.joined()
    }
    return Schema([
      "type": "string", "pattern": .string("(" + patterns.joined(separator: "|") + ")$"),
      "description": .string("the path of a file: " + endings.joined(separator: ", ")),
    ])
  }

  /// The ways to write one of some words: alone, and as a mapping with its settings.
  ///
  /// - Parameters:
  ///   - takesName: whether words without settings may be mappings too, as `{name: relu}`.
  ///   - isSwept: whether the settings that words require may be given elsewhere.
  private static func choice(
    _ entries: [Shape.Entry], takesName: Bool, isSwept: Bool
  ) -> [Schema] {
    let alone = entries.filter { entry in
      isSwept || !entry.settings.contains { $0.standard == .required }
    }
    let bare = entries.filter(\.settings.isEmpty)
    let named = entries.filter { !$0.settings.isEmpty }.map { entry in
      mapping(
        entry.settings, isSwept: isSwept,
        name: Schema(["const": .string(entry.name), "description": .string(entry.summary)]))
    }
    return (alone.isEmpty ? [] : [.words(alone)]) + named
      + (bare.isEmpty || !takesName ? [] : [mapping([], name: .words(bare))])
  }

  /// A mapping of settings.
  ///
  /// - Parameter name: what `name` must be, where the settings are those of a word.
  private static func mapping(
    _ settings: [Setting], isSwept: Bool = false, name: Schema? = nil
  ) -> Schema {
    let required = isSwept ? [] : settings.filter { $0.standard == .required }.map(\.name)
    let properties = settings.map { ($0.name, Schema($0)) }
    guard let name else { return .object(properties, required: required) }
    return .object([("name", name)] + properties, required: ["name"] + required)
  }
}
