internal import Experiments
internal import Vocabulary

extension SpecReference {
  /// The reference as Markdown: what `docs/Spec.md` contains.
  public static var markdown: String {
    let keys = zip(Field.allCases, ReferenceEntry.keys)
    return """
      \(introduction)

      ## All keys

      \(table(["key", "takes", "default", "meaning"], ReferenceEntry.keys.map(keyRow)))

      \(keys.map(section).joined(separator: "\n\n"))

      \(readingRules)

      """
  }

  /// A key in the table of all.
  private static func keyRow(_ key: ReferenceEntry) -> [String] {
    [
      "[`\(key.name)`](#\(key.name))", key.shape?.phrase ?? "", key.standard?.phrase ?? "",
      key.summary,
    ]
  }

  /// The section of a key.
  private static func section(_ field: Field, _ entry: ReferenceEntry) -> String {
    let declaration = field.declaration
    let words = entry.entries.filter(\.isWord)
    let settings = entry.entries.filter { !$0.isWord }
    let paragraphs: [String?] = [
      "## \(entry.name)",
      sentence(declaration.summary),
      declaration.details.isEmpty ? nil : declaration.details,
      example(of: field, entry),
      words.isEmpty ? nil : table(of: words),
      settings.isEmpty
        ? nil : table(["key", "takes", "default", "meaning"], settings.flatMap { rows(of: $0) }),
      prose[field],
    ]
    return paragraphs.compactMap(\.self).joined(separator: "\n\n")
  }

  /// How a key may be written.
  private static func example(of field: Field, _ entry: ReferenceEntry) -> String {
    let examples = [field.declaration.example.text, entry.exampleWithSetting].compactMap(\.self)
    let title = examples.count == 1 ? "Example: " : "Examples: "
    return title + examples.map { "`\(entry.name): \($0)`" }.joined(separator: ", ")
  }

  /// The words of a key, with their settings if any has some.
  private static func table(of words: [ReferenceEntry]) -> String {
    let rows = words.map { word in
      let settings = word.entries.map { "`\($0.name)`: \($0.summary); \($0.rule)" }
      return ["`\(word.name)`", word.summary, settings.joined(separator: "<br>")]
    }
    let columns = words.allSatisfy(\.entries.isEmpty) ? 2 : 3
    return table(
      Array(["word", "meaning", "settings"].prefix(columns)), rows.map { Array($0.prefix(columns)) }
    )
  }

  /// A key of a mapping, and after it the keys inside it.
  private static func rows(of setting: ReferenceEntry, path: String = "") -> [[String]] {
    let name = path + setting.name
    let row = [
      "`\(name)`", setting.takes ?? "", setting.standard?.phrase ?? "", setting.summary,
    ]
    return [row]
      + setting.entries.filter { !$0.isWord }.flatMap { rows(of: $0, path: name + ".") }
  }

  /// A table of GitHub's Markdown.
  private static func table(_ titles: [String], _ rows: [[String]]) -> String {
    let lines = [titles, titles.map { _ in "---" }] + rows
    return lines.map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// A summary as a sentence.
  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }
}
