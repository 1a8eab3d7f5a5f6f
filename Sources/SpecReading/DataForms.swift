internal import Experiments
internal import SpecSyntax
internal import Text
internal import Vocabulary

/// The check that a data set is written in one of the forms that there are.
enum DataForms {
  /// Keys by which other tools name files.
  private static let fileKeys = ["tsv", "parquet", "file", "path", "url"]
  /// Keys of files of arrays, beside which no rows can stand.
  private static let arrayKeys = ArrayFiles.Format.allCases.map(\.rawValue)

  /// What is wrong with the form of a data set; nil if it is a word, a word with settings, a
  /// path of a kind that can be read, or rows.
  ///
  /// - Parameter label: what messages call the value: `dataset`, `split.validation`.
  static func problem(_ node: SyntaxNode, _ label: String) -> Diagnostic? {
    switch node.content {
    case .scalar(let scalar):
      return isPath(scalar.text) ? .dataFile(quoted(scalar.text), label, at: node.site) : nil
    case .mapping(let entries):
      let keys = entries.map(\.key)
      if let entry = entries.first(where: { fileKeys.contains($0.key.lowercased()) }) {
        return .dataFile("of \(quoted(entry.key))", label, at: entry.keySite)
      }
      if let entry = entries.first(where: { ["inputs", "targets"].contains($0.key) }),
        let files = arrayKeys.first(where: keys.contains)
      {
        return .besideFiles(entry.key, files, at: entry.keySite)
      }
      if keys.contains("csv"), let delimiter = node["delimiter"],
        let text = delimiter.scalar?.text, CSVFile.delimiter(text) == nil
      {
        return .badDelimiter(text, label, at: delimiter.site)
      }
      let known = ["name", "csv", "npz", "inputs", "targets"] + arrayKeys
      let isFormless = !keys.contains { key in known.contains { isSameWord($0, key) } }
      return isFormless ? .formlessData(label, at: node.site) : nil
    case .sequence:
      return nil
    }
  }

  /// Whether a text looks like the path of a file that cannot be read.
  private static func isPath(_ text: String) -> Bool {
    guard DatasetSource(.text(text)) == nil else { return false }
    let name = text.lowercased()
    return text.contains("/") || text.contains("\\")
      || ["txt", "gz", "json", "parquet"].contains { name.hasSuffix(".\($0)") }
      || name.hasSuffix("-ubyte")
  }
}
