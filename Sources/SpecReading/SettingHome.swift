internal import Experiments
internal import Vocabulary

/// Where a setting belongs that stands among the keys of a spec.
struct SettingHome {
  /// The field that has it.
  let field: Field
  /// The word of the field that has it; nil where the field itself is a mapping.
  let word: String?
  /// The setting.
  let setting: String

  /// The first home of a key such as `momentum`, `seeds` or `optimizer.momentum`; nil if it has
  /// none.
  init?(_ key: String) {
    let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let owner = parts.count == 2 ? Field(rawValue: String(parts[0])) : nil
    guard parts.count == 1 || owner != nil, Field(rawValue: key) == nil else { return nil }
    let setting = String(parts[parts.count - 1])
    let fields = owner.map { [$0] } ?? Field.allCases
    // A key's own settings go before those of its words: `patience` is early stopping's.
    if let field = fields.first(where: {
      Self.members(of: $0.declaration.shape).contains(setting)
    }) {
      self.init(field: field, word: nil, setting: setting)
      return
    }
    for field in fields {
      let words = field.declaration.shape.words
      guard let word = words.first(where: { $0.settings.contains { $0.name == setting } }) else {
        continue
      }
      self.init(field: field, word: word.name, setting: setting)
      return
    }
    return nil
  }

  /// Takes note of a home.
  private init(field: Field, word: String?, setting: String) {
    self.field = field
    self.word = word
    self.setting = setting
  }

  /// How the setting is written: `optimizer: {name: sgd, momentum: …}`.
  var example: String {
    if let word { return "\(field.key): {name: \(word), \(setting): …}" }
    let required = Self.members(of: mapping, requiredOnly: true)
    let members = required.contains(setting) ? required : [setting]
    return "\(field.key): {" + members.map { "\($0): …" }.joined(separator: ", ") + "}"
  }

  /// The mapping that has the setting: the field's shape, or an alternative of it.
  private var mapping: Shape {
    let shape = field.declaration.shape
    guard case .either(let shapes) = shape else { return shape }
    return shapes.first { Self.members(of: $0).contains(setting) } ?? shape
  }

  /// The members of the mapping that a shape is or may be.
  private static func members(of shape: Shape, requiredOnly: Bool = false) -> [String] {
    switch shape {
    case .mapping(let settings):
      settings.filter { !requiredOnly || $0.standard == .required }.map(\.name)
    case .either(let shapes): shapes.flatMap { members(of: $0, requiredOnly: requiredOnly) }
    case .integer, .number, .boolean, .text, .folderName, .path, .choice, .list, .labels, .axes,
      .configurations, .configuration:
      []
    }
  }
}
