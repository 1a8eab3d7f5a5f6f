/// A word with the values of its settings, such as `sgd` with a momentum of 0.9.
public struct Choice<Kind: Keyword>: Hashable, Sendable {
  /// The word chosen.
  public let word: Kind
  /// A value for each of `word.settings`, in their order; nil where a spec did not give it and it
  /// has no standard value.
  public let values: [SpecValue?]

  /// The word with its settings at their standard values.
  ///
  /// - Precondition: the word requires no setting.
  public init(_ word: Kind) {
    precondition(word.requiredSettings.isEmpty, "\(word.name) requires settings")
    self.init(word) { _ in nil }
  }

  /// The choice that a spec's value stands for: a word, or a mapping of `name` and settings.
  ///
  /// - Returns: nil if `value` is not of the shape `Shape.choice(of: Kind.self)`, or has not all that
  ///   the word requires.
  public init?(_ value: SpecValue) {
    switch value {
    case .text(let name):
      guard let word = Kind(named: name), word.requiredSettings.isEmpty else { return nil }
      self.init(word)
    case .mapping(let members):
      guard case .text(let name)? = value["name"], let word = Kind(named: name) else { return nil }
      let known = ["name"] + word.settings.map(\.name)
      guard members.allSatisfy({ known.contains($0.key) }),
        word.requiredSettings.allSatisfy({ value[$0.name] != nil })
      else { return nil }
      self.init(word) { value[$0] }
    case .integer, .number, .boolean, .list:
      return nil
    }
  }

  /// The word with the given values of settings, the others at their standard values.
  private init(_ word: Kind, given: (String) -> SpecValue?) {
    self.word = word
    self.values = word.settings.map { given($0.name) ?? $0.standard.value }
  }

  /// The same word with another value for one of its settings.
  ///
  /// - Precondition: the word declares a setting of that name.
  public func setting(_ name: String, to value: SpecValue) -> Choice {
    precondition(word.settings.contains { $0.name == name }, "\(word.name) has no setting \(name)")
    return Choice(word) { $0 == name ? value : self.value($0) }
  }

  /// The canonical form: the word alone, or a mapping where a setting is to be written.
  public var specValue: SpecValue {
    let written = zip(word.settings, values).compactMap { setting, value in
      value.flatMap { setting.standard == .off($0) ? nil : SpecValue.Member(setting.name, $0) }
    }
    guard !written.isEmpty else { return .text(word.name) }
    return .mapping([SpecValue.Member("name", .text(word.name))] + written)
  }

  /// The value of a numeric setting.
  ///
  /// - Precondition: the word declares a number or an integer of that name, and it has a value.
  public func number(_ name: String) -> Double {
    guard let number = numberIfGiven(name) else { preconditionFailure("\(name) has no value") }
    return number
  }

  /// The value of a numeric setting; nil where it has none.
  ///
  /// - Precondition: the word declares a number or an integer of that name.
  public func numberIfGiven(_ name: String) -> Double? {
    switch value(name) {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    case .text, .boolean, .list, .mapping: preconditionFailure("\(name) is not a number")
    case nil: nil
    }
  }

  /// The value of a whole-number setting.
  ///
  /// - Precondition: the word declares an integer of that name, and it has a value.
  public func integer(_ name: String) -> Int {
    guard let integer = value(name)?.asInteger else {
      preconditionFailure("\(name) is not an integer")
    }
    return integer
  }

  /// The value of a setting that is a text.
  ///
  /// - Precondition: the word declares a text of that name, and it has a value.
  public func text(_ name: String) -> String {
    guard let text = value(name)?.asText else { preconditionFailure("\(name) is not a text") }
    return text
  }

  /// Whether a boolean setting is on.
  ///
  /// - Precondition: the word declares a boolean of that name, and it has a value.
  public func isOn(_ name: String) -> Bool {
    guard case .boolean(let isOn)? = value(name) else {
      preconditionFailure("\(name) is not a boolean")
    }
    return isOn
  }

  /// The value of a setting.
  private func value(_ name: String) -> SpecValue? {
    guard let index = word.settings.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(word.name) has no setting \(name)")
    }
    return values[index]
  }
}
