/// How texts for people are laid out: how wide, and whether in colour.
public struct TextStyle: Sendable {
  /// How many columns a line may have.
  public let width: Int
  /// Whether texts may have ANSI colours.
  public let isColoured: Bool

  /// Creates a style.
  public init(width: Int, isColoured: Bool) {
    self.width = width
    self.isColoured = isColoured
  }

  /// What a piece of text is, which decides its colour.
  enum Ink: String {
    case heading = "1"
    case faint = "2"
    case bad = "31"
    case good = "32"
    case warning = "33"
  }

  /// A text in its colour (ECMA-48, "select graphic rendition").
  func paint(_ text: String, _ ink: Ink) -> String {
    isColoured ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
