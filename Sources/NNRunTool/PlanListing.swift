internal import Engine
internal import Experiments
internal import Reporting
internal import TerminalText
internal import Vocabulary

/// The runs of a plan as a table of text, written line by line, and how they would be trained.
struct PlanListing {
  private let plan: RunPlan
  /// How the runs would be trained.
  private let pieces: PieceSummary
  /// The columns' names.
  private let header: [String]
  /// How wide each column is; the last is as wide as it is.
  private let widths: [Int]

  /// Whether rows are held back in any run, so that how many is of interest.
  private let showsParts: Bool
  /// Whether folds are held back.
  private let showsFolds: Bool

  /// A listing of a plan to be trained by an engine, so many runs at once.
  init(_ plan: RunPlan, engine: Engine, jobs: Int) {
    self.plan = plan
    pieces = PieceSummary(plan, engine: engine, jobs: jobs)
    showsParts = plan.runs.contains { $0.configuration.split != nil }
    showsFolds = plan.hasFolds
    header =
      ["run_id", "configuration"] + plan.experiment.sweep.axes.map(\.path.key)
      + (showsFolds ? ["fold"] : []) + ["seed", "parameter_count"]
      + (showsParts ? ["train_rows", "validation_rows", "test_rows"] : [])
    var widths = header.map { DisplayText.columns(of: $0) }
    for run in plan.runs {
      for (column, field) in Self.fields(of: run, showsParts, showsFolds).enumerated() {
        widths[column] = max(widths[column], DisplayText.columns(of: field))
      }
    }
    self.widths = widths
  }

  /// Writes the table, with a line above that counts the runs, and below what depends on the machine.
  ///
  /// - Throws: the exit status, where it cannot be written.
  func write(to console: Console) throws(ExitError) {
    var text =
      "\(plan.experiment.name): \(Readable.count(plan.runs.count, "run"))\n\(line(header))\n"
    for run in plan.runs {
      text += line(Self.fields(of: run, showsParts, showsFolds)) + "\n"
      if text.utf8.count > Self.chunkSize {
        try console.deliver(text)
        text = ""
      }
    }
    try console.deliver(text + "\n" + Self.halvingLine(of: plan) + pieces.text)
  }

  /// How many bytes are written at once.
  private static let chunkSize = 1 << 16

  private static func fields(
    of run: RunPlan.Run, _ showsParts: Bool, _ showsFolds: Bool
  ) -> [String] {
    let rows = run.configuration.rows
    let parts = showsParts ? [rows.train, rows.validation, rows.test].map(String.init) : []
    return [run.id.description, String(run.configurationNumber)] + run.parameters.map(\.text)
      + (showsFolds ? [run.fold] : [])
      + [String(run.configuration.seed), String(run.configuration.parameterCount)] + parts
  }

  /// The fields side by side, each but the last filled up to its column's width.
  private func line(_ fields: [String]) -> String {
    let filled = zip(fields, widths).dropLast().map { DisplayText.left($0, $1) }
    return (filled + fields.suffix(1)).joined(separator: "  ")
  }
}
