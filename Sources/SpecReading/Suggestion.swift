internal import Experiments
internal import Text
internal import Vocabulary

/// Finding what a word that there is not was meant to be.
///
/// What other tools call a thing goes before what is spelled like it.
enum Suggestion {
  /// Words that are near to others and mean something else.
  private static let ownWords = ["include", "nand", "nor", "xnor"]

  /// The name that a word was probably meant to be, if one is near.
  static func name(_ word: String, among names: [String]) -> String? {
    ownWords.contains { isSameWord($0, word) } ? nil : nearest(to: word, among: names)
  }

  /// The word of several that another was probably meant to be.
  static func name(_ word: String, among entries: [Shape.Entry]) -> String? {
    entries.first { $0.otherNames.contains { isSameWord($0, word) } }?.name
      ?? name(word, among: entries.map(\.name))
  }

  /// The field that a key was probably meant to be.
  static func field(_ key: String, among fields: [Field] = Field.allCases) -> Field? {
    fields.first { $0.declaration.otherNames.contains { isSameWord($0, key) } }
      ?? name(key, among: fields.map(\.key)).flatMap(Field.init)
  }
}
