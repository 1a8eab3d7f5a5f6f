internal import ArgumentParser
internal import Reporting
internal import Running

/// `nn-run best`: the best run of an experiment.
struct BestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "best",
    abstract: "Print the best run of an experiment: its id, parameters and scores.",
    discussion: """
      The best run is that of rank 1 in summary.csv, which goes by `rank_by` of the spec.

      Examples:
        nn-run best xor-sweep
        nn-run best xor-sweep --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "The experiment, by its name or its folder; may be left out where there is but one.",
      valueName: "dir"),
    completion: .directory)
  var experiment: String?

  @OptionGroup var results: ResultsArguments
  @OptionGroup var form: FormatArguments

  func run() throws {
    let found = try ending { () throws(ResultsError) in
      try results.folder.experiment(named: experiment).best()
    }
    if let note = found.note { Console.error.note(note) }
    let best = found.table
    let sheet = best.sheet(ofRow: 0)
    switch form.format {
    case .table: try Console.output.deliver(sheet.text(style: Console.output.style))
    case .json: try Console.output.deliver(sheet.json)
    case .csv, .markdown: try best.print(as: form.format)
    }
  }
}
