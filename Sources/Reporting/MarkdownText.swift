internal import TerminalText

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

  /// Whether a character is part of a word in any case.
  private static func isAlphanumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
