internal import Datasets
internal import Experiments
internal import Reporting

/// What `nn-run check` says of what a data set is made into.
struct PartReport {
  /// The lines.
  let lines: [CheckLine]

  /// How many columns' constants are shown.
  private static let shownColumns = 4

  /// A report on the data of a run.
  init(_ data: PreparedData, _ configuration: RunConfiguration) {
    var lines: [CheckLine] = []
    if let split = configuration.split {
      lines.append(
        CheckLine(
          name: "rows",
          value: data.parts.map { "\(Readable.count($0.data.rows)) \($0.part.title)" }
            .joined(separator: ", "),
          origin: split.isStratified ? "split, by class" : "split"))
      for (part, rows) in data.parts {
        guard let counts = rows.classCounts(task: configuration.task) else { continue }
        lines.append(
          CheckLine(
            name: "classes", value: CheckLine.list(counts, data.columns),
            origin: "\(part.title) rows"))
      }
    }
    if configuration.normalization?.isFitted == true, let constants = data.normalization {
      lines += [("shift", constants.shift), ("scale", constants.scale)].map { name, numbers in
        let shown = numbers.prefix(Self.shownColumns).map { Readable.number($0) }
        let rest = numbers.count > Self.shownColumns ? ", …" : ""
        return CheckLine(
          name: name, value: shown.joined(separator: ", ") + rest,
          origin: "fitted to \(Readable.count(data.train.rows, "training row"))")
      }
    }
    self.lines = lines
  }
}
