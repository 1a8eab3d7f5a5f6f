/// What may be written for a key, as data: the reader checks against it, and the documentation and
/// suggestions are made from it.
public indirect enum Shape: Hashable, Sendable {
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A number within bounds.
  case number(Interval)
  /// `true` or `false`.
  case boolean
  /// Any text.
  case text
  /// A name that can be a folder's.
  case folderName
  /// The path of a file, known by how it ends where other things may be written.
  case path(ending: String)
  /// One of some words, each alone or, where it has settings, as a mapping with `name`.
  case choice(kind: String, [Entry])
  /// A list of so many values of one shape.
  case list(of: Shape, count: ClosedRange<Int>)
  /// Any of several shapes, the first that fits.
  case either([Shape])
  /// A mapping of fixed keys.
  case mapping([Setting])
  /// A mapping from any keys to values of one shape.
  case labels(of: Shape)
  /// A mapping from other keys of the spec to the values that a sweep gives them.
  case axes
  /// A list of mappings from keys to a value of each.
  case configurations
  /// A mapping from swept keys to one of their values.
  case configuration

  /// A word that may be written, with its options.
  public struct Entry: Hashable, Sendable {
    /// The word.
    public let name: String
    /// One line for the documentation.
    public let summary: String
    /// Its options.
    public let settings: [Setting]
    /// What other tools call it: never read, but understood as meant.
    public let otherNames: [String]

    /// Creates an entry.
    public init(
      _ name: String, _ summary: String, settings: [Setting] = [], otherNames: [String] = []
    ) {
      self.name = name
      self.summary = summary
      self.settings = settings
      self.otherNames = otherNames
    }
  }

  /// One of the words of a kind, or a word that stands for one of them, such as `auto`.
  public static func choice<Kind: Keyword>(of kind: Kind.Type, or other: Entry? = nil) -> Shape {
    let words = kind.allCases.map {
      Entry($0.name, $0.summary, settings: $0.settings, otherNames: $0.otherNames)
    }
    return .choice(kind: kind.kind, (other.map { [$0] } ?? []) + words)
  }

  /// One word alone, such as `auto`.
  public static func constant(_ word: Entry) -> Shape { .choice(kind: "word", [word]) }
}
