internal import Datasets
internal import Experiments
internal import Reporting
internal import TerminalText

/// What `nn-run check` says of a data set as it was read.
struct DataReport {
  /// The lines.
  let lines: [CheckLine]

  /// How many columns and classes are named.
  private static let shown = 12

  /// A report on a data set.
  init(_ dataset: Dataset, title: String) {
    let facts = dataset.facts
    var lines = [
      CheckLine(
        name: "data", value: title,
        origin: "\(Readable.count(facts.rows, "row")), \(Readable.count(facts.inputs, "input")), "
          + Readable.count(facts.targets.columns, "target"))
    ]
    if let columns = dataset.columns {
      lines.append(
        CheckLine(
          name: "inputs", value: Self.list(columns.inputs.map { DisplayText.printable($0.name) }),
          origin: "columns of the file"))
      for input in columns.inputs where !input.categories.isEmpty {
        lines.append(
          CheckLine(
            name: "texts", value: Self.list(input.categories.map { DisplayText.printable($0) }),
            origin: "of \(DisplayText.printable(input.name)), each an input"))
      }
      lines.append(
        CheckLine(
          name: columns.targets.count == 1 ? "target" : "targets",
          value: Self.list(columns.targets.map { DisplayText.printable($0) }),
          origin: columns.classes.isEmpty
            ? "of numbers" : "of \(Readable.count(columns.classes.count, "text"))"))
    }
    if let classes = dataset.classCounts {
      let counts = classes.enumerated().map { index, count in
        let names = dataset.columns?.classes ?? []
        let name = index < names.count ? names[index] : String(index)
        return "\(DisplayText.printable(name)) \(Readable.count(count))"
      }
      lines.append(CheckLine(name: "classes", value: Self.list(counts), origin: "with their rows"))
    }
    if dataset.incompleteRows > 0 {
      lines.append(
        CheckLine(
          name: "left out", value: Readable.count(dataset.incompleteRows, "row"),
          origin: "with an empty field"))
    }
    for (column, count) in dataset.gaps {
      lines.append(
        CheckLine(
          name: "missing", value: Readable.count(count, "value"),
          origin: "of \(DisplayText.printable(column)), filled in by the mean of the training rows")
      )
    }
    self.lines = lines
  }

  /// Texts one after another, the first of many.
  private static func list(_ texts: [String]) -> String {
    texts.prefix(shown).joined(separator: ", ") + (texts.count > shown ? ", …" : "")
  }
}
