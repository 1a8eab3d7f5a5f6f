internal import Experiments
internal import Text

/// A line of `nn-run check`.
struct CheckLine {
  /// What it is about.
  let name: String
  /// What there is.
  let value: String
  /// Where that comes from.
  let origin: String
}

extension CheckLine {
  /// How many columns of a terminal a text takes at most.
  private static let longest = 40

  /// Texts one after another, the first of many.
  static func list(_ texts: [String], shown: Int = 12) -> String {
    texts.prefix(shown).map { DisplayText.cut($0, to: longest) }.joined(separator: ", ")
      + (texts.count > shown ? ", …" : "")
  }

  /// How many rows there are of each class.
  static func list(_ classCounts: [Int], _ columns: DataColumns?) -> String {
    list(
      classCounts.enumerated().map { "\(className($0, columns)): \(Readable.count($1))" })
  }

  /// What a class is called.
  static func className(_ index: Int, _ columns: DataColumns?) -> String {
    DisplayText.printable(DataColumns.className(index, texts: columns?.classes ?? []))
  }
}
