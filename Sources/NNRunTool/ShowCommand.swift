internal import ArgumentParser
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// `nn-run show`: what one run was and came to, with its loss curve.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a run: its parameters, scores, files and loss curve.",
    discussion: """
      Every file is compared with the digest that the run left of it; what is no longer as the run left \
      it is said to be altered, and not shown. Of a run in flight, what is written so far is shown.

      Examples:
        nn-run show xor
        nn-run show xor-sweep/best
        nn-run show kxvzwrmt --format json
      """)

  @Argument(help: ResultsArguments.runHelp, completion: .directory)
  var trained: String

  @OptionGroup var results: ResultsArguments
  @OptionGroup var form: FormatArguments

  func run() throws {
    let sheet = try sheet()
    let console = Console.output
    switch form.format {
    case .table:
      let chart = sheet.chart(glyphs: console.glyphs).map { "\n" + $0.text(style: console.style) }
      try console.deliver(sheet.sheet.text(style: console.style) + (chart ?? ""))
    case .json: try console.deliver(sheet.sheet.json)
    case .csv, .markdown: try sheet.sheet.table.print(as: form.format)
    }
  }

  /// What there is of the run.
  private func sheet() throws(ExitError) -> RunSheet {
    let folder = try results.run(trained, orInProgress: true)
    if let run = RunInProgress(in: folder) {
      let place = folder.removingLastComponent().removingLastComponent()
      let status =
        (try? ExperimentFolder(place, Machine.context))?.status(of: run)
        ?? RunStatus.interrupted.rawValue
      return RunSheet(run, run.settings, status: status)
    }
    let run: SavedRun
    do throws(SavedRun.Fault) {
      run = try SavedRun(in: folder)
      try run.checkSummary()
    } catch {
      throw ExitError(ResultsError(error, folder.string))
    }
    do throws(FileError) {
      return try RunSheet(run, try? run.settings())
    } catch {
      throw ExitError(.ioError, "\(error)")
    }
  }
}
