internal import ArgumentParser
internal import Reporting
internal import Running
internal import SystemPackage

/// `nn-run list`: the experiments that have results, or the runs of one.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the experiments under runs/, or the runs of one.",
    discussion: """
      Columns are those of summary.csv; a swept key goes by its own name, such as learning_rate or \
      optimizer.momentum. As csv and json, ids and numbers are in full. Of an experiment at work, the runs \
      that have finished and those in flight are listed.

      Examples:
        nn-run list
        nn-run list xor-sweep --sort-by rank --limit 5
        nn-run list xor-sweep --filter 'learning_rate>0.1' --filter status=completed --format csv
      """)

  @Argument(
    help: ArgumentHelp(
      "An experiment, by its name or its folder; or a folder of experiments.", valueName: "dir"),
    completion: .directory)
  var experiment: String?

  @OptionGroup var results: ResultsArguments
  @OptionGroup var selection: SelectionArguments
  @OptionGroup var form: FormatArguments

  func run() throws {
    let (table, notes) = try table()
    try selection.selection(of: table).print(as: form.format)
    for note in notes { Console.error.note(note) }
  }

  /// What is listed, and what is to be said of experiments at work.
  private func table() throws(ExitError) -> (ResultTable, [String]) {
    try ending { () throws(ResultsError) in
      guard let experiment else { return try Self.listing(of: results.folder) }
      let folder = ResultsFolder(FilePath(experiment), Machine.context)
      if try results.folder.experiment(experiment) == nil, try !folder.experiments().isEmpty {
        return try Self.listing(of: folder)
      }
      let found = try results.folder.experiment(named: experiment)
      return (try found.runs(), [found.progressNote].compactMap(\.self))
    }
  }

  /// The experiments of a folder, and what is to be said of those at work.
  private static func listing(
    of folder: ResultsFolder
  ) throws(ResultsError) -> (ResultTable, [String]) {
    (try folder.table(), try folder.experiments().compactMap(\.progressNote))
  }
}
