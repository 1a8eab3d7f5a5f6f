internal import Experiments
internal import Text
internal import Vocabulary

// What an editor shows of a key: its name, what it means, and its default.
extension Schema {
  /// The schema of a setting, with its texts.
  init(_ setting: Setting) {
    self = Schema(setting.shape).orNone(setting.standard)
      .named(setting.name, setting.summary, setting.standard)
  }

  /// The schema of a key's value, with its texts.
  ///
  /// - Parameter isSwept: whether a sweep may give the settings that the value's word requires.
  init(_ field: Field, isSwept: Bool = false) {
    self = Schema(field.declaration.shape, isSwept: isSwept)
      .orNone(field.declaration.standard).named(field)
  }

  /// The same with the texts of a key.
  func named(_ field: Field) -> Schema {
    let declaration = field.declaration
    return named(
      field.key, declaration.summary, declaration.standard, details: declaration.details
    ).with(["examples": .array([JSON(declaration.example)])])
  }

  /// The same with the texts of a setting, which may mean several things.
  func named(_ path: SettingPath) -> Schema {
    let setting = path.field.sweepableSettings().first { $0.name == path.setting }
    return named(path.key, setting?.summary ?? path.field.declaration.summary, nil)
  }

  /// The same with a name, what it means, and what holds where nothing is written.
  func named(
    _ name: String, _ summary: String, _ standard: Standard?, details: String = ""
  ) -> Schema {
    let sentence = summary.prefix(1).uppercased() + summary.dropFirst() + "."
    let paragraphs = [sentence, details, standard.map(Self.note) ?? ""].filter { !$0.isEmpty }
    let schema = with([
      "title": .string(name), "description": .string(sentence),
      "markdownDescription": .string(paragraphs.joined(separator: "\n\n")),
    ])
    guard let value = standard?.value else { return schema }
    return schema.with(["default": JSON(value)])
  }

  /// The same, or `none` where that is the default.
  func orNone(_ standard: Standard) -> Schema {
    standard == .absent ? .any(of: [self, .none]) : self
  }

  /// What holds where nothing is written.
  private static func note(on standard: Standard) -> String {
    switch standard {
    case .required: "Required."
    case .absent: "Default: none."
    case .value(let value), .off(let value): "Default: `\(value.text)`."
    case .derived(let rule): "Default: \(rule)."
    }
  }
}
