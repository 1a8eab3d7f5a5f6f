public import Vocabulary

/// The values that a spec gives to fields, each of its field's shape; what is not given is standard.
public struct FieldValues: Hashable, Sendable {
  /// The values, by field.
  private var given: [Field: SpecValue]

  /// No field is given.
  public init() { given = [:] }

  /// The value that the spec gives to a field.
  public subscript(field: Field) -> SpecValue? {
    get { given[field] }
    set { given[field] = newValue }
  }

  /// The value given to a field, else its standard value, else nil.
  public func value(of field: Field) -> SpecValue? {
    given[field] ?? field.declaration.standard.value
  }

  /// The epoch at which training ends unless it stops early; nil where no key gives it.
  public var lastEpoch: Int? { given[.stopAt]?.asInteger ?? given[.epochs]?.asInteger }

  /// Gives a value to a field, or to one setting of the word or of the mapping that the field has.
  ///
  /// A word alone becomes a mapping with its `name`, so that `momentum` can stand beside `sgd`.
  /// `none` takes away the value of a field that may have none.
  ///
  /// - Returns: what is wrong where the field has no word with such a setting, or the setting does
  ///   not take the value; the field then stays as it is.
  mutating func set(_ path: SettingPath, to value: SpecValue) -> ConfigurationProblem? {
    let declaration = path.field.declaration
    guard let setting = path.setting else {
      let isNone = declaration.standard == .absent && value == .text("none")
      given[path.field] = isNone ? nil : value
      return nil
    }
    let old = self.value(of: path.field)
    let word = old?.word
    let entry = declaration.shape.words.first { $0.name == word }
    guard
      let declared = (entry?.settings ?? declaration.shape.freeMembers).first(where: {
        $0.name == setting
      })
    else { return ConfigurationProblem(.sweep(.noSuchSetting(setting, word: word)), path) }
    guard let value = declared.shape.admitted(value) else {
      return ConfigurationProblem(
        .sweep(.settingUnfit(value, word: word ?? path.field.key, shape: declared.shape)), path)
    }
    var members = entry.map { [SpecValue.Member("name", .text($0.name))] } ?? []
    if case .mapping(let written)? = old { members = written.filter { $0.key != setting } }
    given[path.field] = .mapping(members + [SpecValue.Member(setting, value)])
    return nil
  }

  /// Gives values to keys, whole fields first, as settings are of their words.
  ///
  /// - Returns: what is wrong, as for one key.
  mutating func set(_ assignments: [Sweep.Assignment]) -> [ConfigurationProblem] {
    let fields = assignments.filter { $0.path.setting == nil }
    let options = assignments.filter { $0.path.setting != nil }
    return (fields + options).compactMap { set($0.path, to: $0.value) }
  }

  /// The same settings with one fold after another to hold back, where there are several and none is
  /// named; else these alone.
  var folds: [FieldValues] {
    guard let count = foldCount else { return [self] }
    return (1...count).map { fold in
      var settings = self
      _ = settings.set(SettingPath(.split, "fold"), to: .integer(fold))
      return settings
    }
  }

  /// How many folds are each held back in a run of its own; nil where there are none, or one is named.
  var foldCount: Int? {
    let split = value(of: .split)
    return split?["fold"] == nil ? split?["folds"]?.asInteger : nil
  }

  /// The word of a field with its settings; nil where there is none, or it is no word of the kind
  /// (as `auto` is not).
  func choice<Kind: Keyword>(_ field: Field, of kind: Kind.Type) -> Choice<Kind>? {
    value(of: field).flatMap(Choice<Kind>.init)
  }

  /// The words of a field that is a list of them.
  func words<Kind: Keyword>(_ field: Field, of kind: Kind.Type) -> [Kind]? {
    value(of: field)?.elements?.compactMap { Choice<Kind>($0)?.word }
  }

  /// The number that keys the random streams: of the first seed, where there are several.
  public var seed: Int { integer(.seed) ?? 0 }

  /// The whole number of a field; nil where there is none.
  func integer(_ field: Field) -> Int? { value(of: field)?.asInteger }

  /// The number of a field; nil where there is none.
  func number(_ field: Field) -> Double? { value(of: field)?.asNumber }

  /// Whether a field that is true or false is true.
  func isOn(_ field: Field) -> Bool { value(of: field) == .boolean(true) }
}
