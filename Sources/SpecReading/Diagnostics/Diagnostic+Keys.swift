internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with the keys of a spec.
extension Diagnostic {
  /// The spec is a list or a word.
  static func notASpec(_ node: SyntaxNode) -> Diagnostic {
    .error(
      "a spec is a mapping of keys to values, not \(node.phrase)", at: node.site,
      notes: [Note("begin with a line such as \"dataset: xor\"")])
  }

  /// A key that there is not.
  static func unknownKey(_ key: String, meant: Field?, at site: SourceSite) -> Diagnostic {
    let note =
      meant.map { Note("did you mean \(quoted($0.key))?") }
      ?? Note("`nn-run explain` lists the keys; a key of your own begins with \"x-\"")
    return .error("unknown key \(quoted(key))", at: site, notes: [note])
  }

  /// A setting stands among the keys.
  static func settingAmongKeys(
    _ key: String, _ home: SettingHome, at site: SourceSite
  ) -> Diagnostic {
    let owner =
      home.word.map { "is a setting of \($0)" } ?? "stands in \(home.field.key)"
    return .error(
      "unknown key \(quoted(key))", at: site,
      notes: [Note("\(quoted(home.setting)) \(owner): write \(home.example)")])
  }

  /// A required key is not there.
  static func missingKey(_ field: Field, at site: SourceSite) -> Diagnostic {
    let declaration = field.declaration
    let line = "\(field.key): \(declaration.example.text)"
    return .error(
      "the spec does not give \(quoted(field.key))", at: site,
      notes: [Note("\(declaration.summary); such as \(quoted(line))")])
  }

  /// One value is set from outside for a key that has several.
  ///
  /// - Parameter isZipped: whether it moves together with other keys.
  static func overridesAxis(
    _ key: String, isZipped: Bool, at site: SourceSite
  ) -> Diagnostic {
    let note =
      isZipped
      ? "set all groups of `zip` instead: --set 'sweep.zip=[{\(key): […], …}]'"
      : "set the axis instead, such as --set 'sweep.parameters.\(key)=[…]'"
    return .error(
      "\(quoted(key)) is swept, so a single value cannot be set", at: site, notes: [Note(note)])
  }
}
