internal import ArgumentParser
internal import Reporting
internal import SystemPackage

/// `nn-run list`: the batches that have results, or the runs of one.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the batches under runs/, or the runs of one batch.",
    discussion: """
      Columns are those of summary.csv; a swept key goes by its own name, such as learning_rate or \
      optimizer.momentum. As csv and json, ids and numbers are in full. Of a batch at work, the runs \
      that have finished and those in flight are listed.

      Examples:
        nn-run list
        nn-run list xor-sweep --sort-by rank --limit 5
        nn-run list xor-sweep --filter 'learning_rate>0.1' --filter status=completed --format csv
      """)

  @Argument(
    help: ArgumentHelp(
      "A batch, by its name or its folder; or a folder of batches.", valueName: "dir"),
    completion: .directory)
  var batch: String?

  @OptionGroup var results: ResultsArguments
  @OptionGroup var selection: SelectionArguments
  @OptionGroup var form: FormatArguments

  func run() throws {
    let (table, notes) = try table()
    try selection.selection(of: table).print(as: form.format)
    for note in notes { Console.error.print("nn-run: note: \(note)") }
  }

  /// What is listed, and what is to be said of batches at work.
  private func table() throws(ExitError) -> (ResultTable, [String]) {
    guard let batch else { return try Self.listing(of: results.folder) }
    let folder = ResultsFolder(FilePath(batch))
    if results.folder.batch(batch) == nil, !folder.batches.isEmpty {
      return try Self.listing(of: folder)
    }
    let found = try results.folder.batch(named: batch)
    return (try found.runs(), [found.progressNote].compactMap(\.self))
  }

  /// The batches of a folder, and what is to be said of those at work.
  private static func listing(
    of folder: ResultsFolder
  ) throws(ExitError) -> (ResultTable, [String]) {
    (try folder.table(), folder.batches.compactMap(\.progressNote))
  }
}
