internal import Text

/// Texts in Markdown that stand for nothing but their characters.
public enum MarkdownText {
  /// Characters that mean something inside a line of GitHub's Markdown.
  private static let special: Set<Character> = [
    "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&", "$", "#", "@", "!",
  ]

  /// A text of one line that is shown as it is: without emphasis, code, links, HTML or cells of its own.
  ///
  /// Control characters are spelled out. Underscores inside words, as in `learning_rate`, mean nothing
  /// and stay.
  public static func escaped(_ text: String) -> String {
    let characters = Array(DisplayText.printable(text))
    var escaped = ""
    for (index, character) in characters.enumerated() {
      let isInWord =
        index > 0 && index + 1 < characters.count && isAlphanumeric(characters[index - 1])
        && isAlphanumeric(characters[index + 1])
      if special.contains(character) || (character == "_" && !isInWord) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }

  /// What stands in place of what is cut off.
  private static let cutMark = "\n… the rest is cut off, as there is no more room\n\n"

  /// The first lines of a text that take at most so many bytes, with a line that says what is missing.
  ///
  /// - Returns: the whole text where it fits; an empty one where not even a line does.
  public static func cut(_ text: String, toBytes room: Int) -> String {
    let bytes = text.utf8
    guard bytes.count > room else { return text }
    let end = bytes.prefix(max(0, room - cutMark.utf8.count)).lastIndex(of: UInt8(ascii: "\n"))
    return end.map { text[...$0] + cutMark } ?? ""
  }

  /// Whether a character is part of a word in any case.
  private static func isAlphanumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
