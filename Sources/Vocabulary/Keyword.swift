/// A word that a spec may use for one of its keys: an activation, a loss, an optimizer …
///
/// Each kind of word is an enum whose `allCases` is the order of the documentation. The reader,
/// "did you mean", `nn-run explain` and the docs are all made from what is declared here.
public protocol Keyword: CaseIterable, Hashable, Sendable {
  /// What the words are, in the singular: `activation`.
  static var kind: String { get }

  /// The word as a spec writes it: `leaky_relu`.
  var name: String { get }

  /// One line for the documentation: the formula, or what it does.
  var summary: String { get }

  /// The options that a spec may give beside the word, in the order of the documentation.
  var settings: [Setting] { get }

  /// What other tools call it: never read, but understood as meant.
  var otherNames: [String] { get }
}

extension Keyword {
  /// Most words have no options.
  public var settings: [Setting] { [] }

  /// None: most words have one name everywhere.
  public var otherNames: [String] { [] }

  /// The options that a spec must give beside the word.
  public var requiredSettings: [Setting] { settings.filter { $0.standard == .required } }

  /// The word called `name`, if there is one.
  public init?(named name: String) {
    guard let word = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = word
  }
}

extension Keyword where Self: RawRepresentable, RawValue == String {
  /// Enums with raw values are spelled as those.
  public var name: String { rawValue }
}
