internal import Datasets
internal import Experiments
internal import Text

/// What `nn-run check` says of the data of a run that is allowed, but seldom meant.
struct DataWarningReport {
  /// The lines, one for each suspicion.
  let lines: [CheckLine]

  /// How many inputs or classes are named.
  private static let shownNames = 6

  /// A report on the data of a run.
  init(_ data: PreparedData, _ configuration: RunConfiguration) {
    lines = data.warnings(task: configuration.task).map { warning in
      let (value, origin) = Self.sentence(warning, data)
      return CheckLine(name: "suspicious", value: value, origin: origin)
    }
  }

  /// What there is, and what is wrong with it.
  private static func sentence(
    _ warning: DataWarning, _ data: PreparedData
  ) -> (value: String, origin: String) {
    func quoted(_ count: DataWarning.ClassCount) -> String {
      "\"\(CheckLine.className(count.index, data.columns))\""
    }
    switch warning {
    case .constant(let inputs):
      let what = "one value in all training rows"
      guard inputs.count > 1 else { return ("\(subject(inputs[0])) has \(what)", "constant") }
      let names = CheckLine.list(inputs.map(name), shown: shownNames)
      return ("\(Readable.count(inputs.count)) inputs have \(what): \(names)", "constant")
    case .leak(let input, .value(let target)):
      let names = data.columns?.targets.map(Self.quoted)
      let name =
        data.train.targetCount == 1 ? "the target" : names?[target] ?? "target \(target + 1)"
      return ("\(subject(input)) is equal to \(name) in all rows", "the answer is an input")
    case .leak(let input, .classes):
      return ("\(subject(input)) has one value for each class", "the answer is an input")
    case .repeated(let part, let rows):
      let what = rows == 1 ? "is a training row too" : "are training rows too"
      return ("\(share(rows, of: part, data)) \(what)", "not unseen")
    case .contradicted(let part, let rows):
      let what = "\(rows == 1 ? "has" : "have") the inputs of a training row, but another target"
      return ("\(share(rows, of: part, data)) \(what)", "contradictory")
    case .imbalance(let largest, let smallest):
      let rows = Readable.count(smallest.rows, "training row")
      return (
        "class \(quoted(smallest)) has \(rows), class \(quoted(largest)) "
          + Readable.count(largest.rows), "beyond 1 : 20"
      )
    case .unseen(let part, let classes):
      let rows = Readable.count(classes.reduce(0) { $0 + $1.rows }, "\(part.title) row")
      let names = CheckLine.list(classes.map(quoted), shown: shownNames)
      return (
        "\(classes.count == 1 ? "class \(names) has" : "classes \(names) have") no training row, "
          + "but \(rows)", "never learned"
      )
    case .gaps(let column, let rows, let all):
      return (
        "\(Self.quoted(column)) is missing in \(Readable.count(rows)) of "
          + Readable.count(all, "row"), "mostly missing"
      )
    }
  }

  /// Some of the rows of a part: `3 of 38 validation rows`.
  private static func share(_ rows: Int, of part: Score.Part, _ data: PreparedData) -> String {
    let all = data.parts.first { $0.part == part }?.data.rows ?? 0
    return "\(Readable.count(rows)) of \(Readable.count(all, "\(part.title) row"))"
  }

  /// What an input is called in a list: its name, or its place, counted from 1.
  private static func name(_ input: DataWarning.Input) -> String {
    switch input {
    case .column(let name): quoted(name)
    case .category(let text, let column): "\(quoted(text)) of \(quoted(column))"
    case .place(let place): Readable.count(place + 1)
    }
  }

  /// What an input is called in a sentence.
  private static func subject(_ input: DataWarning.Input) -> String {
    switch input {
    case .column, .category: name(input)
    case .place: "input \(name(input))"
    }
  }

  /// A name in quotes.
  private static func quoted(_ name: String) -> String { "\"\(DisplayText.printable(name))\"" }
}
