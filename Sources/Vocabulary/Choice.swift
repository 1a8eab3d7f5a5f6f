/// A word with the values of its settings, such as `sgd` with a momentum of 0.9.
public struct Choice<Kind: Word>: Hashable, Sendable {
  /// The word chosen.
  public let word: Kind
  /// One value for each of `word.settings`, in their order.
  public let values: [SpecValue]

  /// The word with its settings at their standard values.
  public init(_ word: Kind) { self.init(word) { _ in nil } }

  /// The choice that a spec's value stands for: a word, or a mapping of `name` and settings.
  ///
  /// - Returns: nil if `value` is not of the shape `Shape.choice(of: Kind.self)`.
  public init?(_ value: SpecValue) {
    switch value {
    case .text(let name):
      guard let word = Kind(named: name) else { return nil }
      self.init(word)
    case .mapping(let members):
      guard case .text(let name)? = value["name"], let word = Kind(named: name) else { return nil }
      let known = ["name"] + word.settings.map(\.name)
      guard members.allSatisfy({ known.contains($0.key) }) else { return nil }
      self.init(word) { value[$0] }
    case .integer, .number, .boolean, .list:
      return nil
    }
  }

  /// The word with the given values of settings, the others at their standard values.
  ///
  /// - Precondition: every setting of a word has a fixed standard value.
  private init(_ word: Kind, given: (String) -> SpecValue?) {
    self.word = word
    self.values = word.settings.map { setting in
      guard let value = given(setting.name) ?? setting.standard.value else {
        preconditionFailure("\(word.name).\(setting.name) has no standard value")
      }
      return value
    }
  }

  /// The canonical form: the word alone, or a mapping where a setting is to be written.
  public var specValue: SpecValue {
    let written = zip(word.settings, values).filter { $0.standard != .off($1) }
    guard !written.isEmpty else { return .text(word.name) }
    return .mapping(
      [SpecValue.Member("name", .text(word.name))]
        + written.map { setting, value in SpecValue.Member(setting.name, value) })
  }

  /// The value of a numeric setting.
  ///
  /// - Precondition: the word declares a number or an integer of that name.
  public func number(_ name: String) -> Double {
    switch value(name) {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    case .text, .boolean, .list, .mapping: preconditionFailure("\(name) is not a number")
    }
  }

  /// The value of a whole-number setting.
  ///
  /// - Precondition: the word declares an integer of that name.
  public func integer(_ name: String) -> Int {
    guard case .integer(let integer) = value(name) else {
      preconditionFailure("\(name) is not an integer")
    }
    return integer
  }

  /// Whether a boolean setting is on.
  ///
  /// - Precondition: the word declares a boolean of that name.
  public func isOn(_ name: String) -> Bool {
    guard case .boolean(let isOn) = value(name) else {
      preconditionFailure("\(name) is not a boolean")
    }
    return isOn
  }

  /// The value of a setting.
  private func value(_ name: String) -> SpecValue {
    guard let index = word.settings.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(word.name) has no setting \(name)")
    }
    return values[index]
  }
}
