internal import Datasets
internal import Experiments
internal import Text

/// What `nn-run check` says of a data set as it was read.
struct DataReport {
  /// The lines.
  let lines: [CheckLine]

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
          name: "inputs",
          value: CheckLine.list(columns.inputs.map { DisplayText.printable($0.name) }),
          origin: "columns of the file"))
      for input in columns.inputs where !input.categories.isEmpty {
        lines.append(
          CheckLine(
            name: "texts",
            value: CheckLine.list(input.categories.map { DisplayText.printable($0) }),
            origin: "of \(DisplayText.printable(input.name)), each an input"))
      }
      lines.append(
        CheckLine(
          name: columns.targets.count == 1 ? "target" : "targets",
          value: CheckLine.list(columns.targets.map { DisplayText.printable($0) }),
          origin: columns.classes.isEmpty
            ? "of numbers" : "of \(Readable.count(columns.classes.count, "text"))"))
    }
    if let classes = dataset.classCounts {
      lines.append(
        CheckLine(
          name: "classes", value: CheckLine.list(classes, dataset.columns),
          origin: "with their rows"))
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
}
