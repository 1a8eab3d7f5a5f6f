internal import Datasets
internal import Experiments

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
          origin: Self.origin(of: split)))
      for (part, rows) in data.parts {
        guard let counts = rows.classCounts(task: configuration.task) else { continue }
        lines.append(
          CheckLine(
            name: "classes", value: CheckLine.list(counts, data.columns),
            origin: "\(part.title) rows"))
      }
    }
    var constants: [(name: String, numbers: [Double])] = []
    if configuration.normalization?.isFitted == true, let inputs = data.normalization {
      constants += [("shift", inputs.shift), ("scale", inputs.scale)]
    }
    if let means = data.normalization?.means { constants.append(("mean", means)) }
    if let targets = data.targetNormalization {
      constants += [("target shift", targets.shift), ("target scale", targets.scale)]
    }
    if let weights = configuration.classWeights {
      let counts = data.train.classCounts(task: configuration.task) ?? []
      constants.append(
        ("class weights", weights.weights(counts: counts, classes: max(2, configuration.outputs))))
    }
    let fold = configuration.split?.fold.map { " of fold \($0.number)" } ?? ""
    lines += constants.map { name, numbers in
      let shown = numbers.prefix(Self.shownColumns).map { Readable.number($0) }
      let rest = numbers.count > Self.shownColumns ? ", …" : ""
      return CheckLine(
        name: name, value: shown.joined(separator: ", ") + rest,
        origin: "fitted to \(Readable.count(data.train.rows, "training row"))\(fold)")
    }
    self.lines = lines
  }

  /// How rows were dealt out: `fold 2 of 5, by class`.
  private static func origin(of split: Split) -> String {
    let how = split.fold.map { "fold \($0.number) of \($0.count)" } ?? "split"
    return split.isStratified ? "\(how), by class" : how
  }
}
