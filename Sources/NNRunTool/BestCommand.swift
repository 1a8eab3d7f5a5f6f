internal import ArgumentParser
internal import Reporting

/// `nn-run best`: the best run of a batch.
struct BestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "best",
    abstract: "Print the best run of a batch: its id, parameters and scores.",
    discussion: """
      The best run is that of rank 1 in summary.csv, which goes by `rank_by` of the spec.

      Examples:
        nn-run best xor-sweep
        nn-run best xor-sweep --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "The batch, by its name or its folder; may be left out where there is but one.",
      valueName: "dir"),
    completion: .directory)
  var batch: String?

  @OptionGroup var results: ResultsArguments
  @OptionGroup var form: FormatArguments

  func run() throws {
    let batch = try results.folder.batch(named: batch)
    let best = try batch.best()
    let sheet = best.sheet(ofRow: 0)
    switch form.format {
    case .table: try Console.output.deliver(sheet.text(style: Console.output.style))
    case .json: try Console.output.deliver(sheet.json)
    case .csv, .markdown: try best.print(as: form.format)
    }
  }
}
