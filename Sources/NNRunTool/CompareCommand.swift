internal import ArgumentParser
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// `nn-run compare`: in what runs differ, and what they came to.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Print in which parameters runs differ, and their scores side by side.",
    discussion: """
      Equal digests mean that loss curves and weights are equal bit for bit.

      Examples:
        nn-run compare kxvzwrmt lynvnluy
        nn-run compare xor-sweep/best xor/best --format markdown
      """)

  @Argument(help: ResultsArguments.runHelp, completion: .directory)
  var trained: [String]

  @OptionGroup var results: ResultsArguments
  @OptionGroup var form: FormatArguments

  func validate() throws {
    if trained.count < 2 { throw ValidationError("name two runs at least") }
  }

  func run() throws {
    var runs: [ComparedRun] = []
    for word in trained {
      runs.append(try run(in: results.run(word)))
    }
    let table = ComparedRun.table(of: runs)
    let console = Console.output
    switch form.format {
    case .csv, .json: try table.print(as: form.format)
    case .markdown: try console.deliver(table.transposed.markdown)
    case .table:
      let digests = Set(runs.map(\.run.summary.digest)).count
      let verdict =
        digests == 1
        ? "the digests are equal: the same curves and weights, bit for bit"
        : "the digests differ"
      try console.deliver(table.transposed.text(style: console.style) + "\n\(verdict)\n")
    }
  }

  /// The run in a folder, whose spec and summary must be as they were left.
  ///
  /// - Throws: the exit status, when it has been said what is wrong.
  private func run(in folder: FilePath) throws(ExitError) -> ComparedRun {
    do throws(SavedRun.Fault) {
      let run = try SavedRun(in: folder)
      try run.checkSummary()
      return ComparedRun(run, try run.settings())
    } catch {
      throw ExitError(ResultsError(error, folder.string))
    }
  }
}
