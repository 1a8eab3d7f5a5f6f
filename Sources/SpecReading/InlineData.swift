internal import Experiments
internal import SpecSyntax
internal import Vocabulary

/// The check that rows of data in a spec fit each other.
enum InlineData {
  /// What is wrong with rows, each of which is a list of numbers; nil if they fit, or the data set
  /// is a name.
  static func problem(_ value: SpecValue, _ node: SyntaxNode) -> Diagnostic? {
    guard let inputs = node["inputs"], let targets = node["targets"],
      DatasetSource(value) == nil
    else { return nil }
    for (rows, label) in [(inputs, "inputs"), (targets, "targets")] {
      guard let items = rows.items, let first = items.first else { continue }
      for (index, row) in items.enumerated() where width(row) != width(first) {
        return .raggedRow(
          label, row: index + 1, width: width(row), expected: width(first), at: row.site)
      }
    }
    return .rowCountsDiffer(
      inputs: inputs.items?.count ?? 0, targets: targets.items?.count ?? 0, at: targets.site)
  }

  /// How many numbers a row has; a row that is one number has one.
  private static func width(_ row: SyntaxNode) -> Int { row.items?.count ?? 1 }
}
