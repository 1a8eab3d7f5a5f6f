public import Engine
public import Experiments
internal import Text
internal import Vocabulary

/// The runs of a plan as a table of text, written line by line, and how they would be trained.
///
/// How wide columns are is known from the values that runs have, before there is a line.
public struct PlanListing {
  private let plan: RunPlan
  /// How the runs would be trained.
  private let summary: JobSummary
  /// The column of the configurations' numbers.
  private let numbers: Column
  /// The columns of the plan's keys.
  private let keys: [Column]
  /// The column of the seeds.
  private let seeds: Column
  /// The cells that each data configuration of the plan has before the seed and after it.
  private let surroundings: [(before: [UInt8], after: [UInt8])]
  /// The names above those.
  private let surroundingNames: (before: [UInt8], after: [UInt8])

  /// A column that is as wide as its name and its widest text.
  private struct Column {
    /// What stands above it.
    let name: String
    private let width: Int

    /// A column for some texts.
    init(_ name: String, _ texts: some Sequence<String>) {
      self.name = name
      width = texts.reduce(DisplayText.columns(of: name)) { max($0, DisplayText.columns(of: $1)) }
    }

    /// A text of the column, filled up, with the gap before it.
    func cell(_ text: String) -> String { "  \(DisplayText.left(text, width))" }

    /// Appends such a cell of a number.
    func append(_ number: Int, to line: inout [UInt8]) {
      let end = line.count + 2 + width
      line += "  \(number)".utf8
      while line.count < end { line.append(UInt8(ascii: " ")) }
    }
  }

  /// A listing of a plan to be trained by an engine, so many runs at once.
  public init(_ plan: RunPlan, engine: Engine, jobs: Int) {
    self.plan = plan
    summary = JobSummary(plan, engine: engine, jobs: jobs)
    numbers = Column("configuration", [String(plan.configurationCount)])
    keys = plan.keys.map { key in Column(key.key, plan.values(of: key).lazy.map(\.text)) }
    seeds = Column("seed", [String(plan.seeds.upperBound)])

    let dataConfigurations = plan.dataConfigurations
    /// Columns of numbers that data configurations have, each with its cells.
    func columns(
      _ shown: Bool, _ columns: KeyValuePairs<String, (RunConfiguration) -> String>
    ) -> [(column: Column, texts: [String])] {
      guard shown else { return [] }
      return columns.map { name, text in
        let texts = dataConfigurations.map(text)
        return (Column(name, texts), texts)
      }
    }
    let before = columns(
      plan.hasFolds, ["fold": { $0.split?.fold.map { String($0.number) } ?? "" }])
    let after =
      columns(true, ["parameter_count": { String($0.parameterCount) }])
      + columns(
        dataConfigurations.contains { $0.split != nil },
        [
          "train_rows": { String($0.rows.train) },
          "validation_rows": { String($0.rows.validation) },
          "test_rows": { String($0.rows.test) },
        ])
    func line(_ columns: [(column: Column, texts: [String])], _ row: Int?) -> [UInt8] {
      columns.reduce(into: []) { line, shown in
        line += shown.column.cell(row.map { shown.texts[$0] } ?? shown.column.name).utf8
      }
    }
    func ended(_ line: [UInt8]) -> [UInt8] {
      line.reversed().drop { $0 == UInt8(ascii: " ") }.reversed() + [UInt8(ascii: "\n")]
    }
    surroundingNames = (line(before, nil), ended(line(after, nil)))
    surroundings = dataConfigurations.indices.map { (line(before, $0), ended(line(after, $0))) }
  }

  /// Hands out the table job by job, with a line above that counts the runs, and below what depends
  /// on the machine.
  ///
  /// - Parameter deliver: is given the bytes one job after the other, in UTF-8.
  /// - Throws: what `deliver` throws; nothing is handed out after that.
  public func write<Failure: Error>(
    to deliver: (_ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let title = "\(plan.title): \(plan.extent)\n"
    var text = Array((title + DisplayText.left("run_id", 16)).utf8)
    for column in [numbers] + keys { text += column.cell(column.name).utf8 }
    text += surroundingNames.before + seeds.cell(seeds.name).utf8 + surroundingNames.after
    var cells = ValueTexts(keyCount: keys.count) { value, key in keys[key].cell(value.text) }
    for run in plan.runs {
      run.id.append(to: &text)
      numbers.append(run.configurationNumber, to: &text)
      for (key, value) in run.parameters.enumerated() {
        text += cells.text(of: value, key: key).utf8
      }
      let dataConfiguration = run.dataConfiguration
      text += surroundings[dataConfiguration].before
      seeds.append(run.seed, to: &text)
      text += surroundings[dataConfiguration].after
      if text.count > Self.chunkSize {
        try deliver(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    let ways = plan.runs.isEmpty ? "" : "\n\(Self.halvingLine(of: plan))\(summary.text)"
    try deliver(text + Array(ways.utf8))
  }

  /// How many bytes are handed out at once.
  private static let chunkSize = 1 << 16
}
