internal import ArgumentParser
internal import Datasets
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SpecReading
internal import SpecSyntax
internal import SystemPackage
internal import Text

/// `nn-run predict`: what a trained network answers for new rows.
struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Let the network that a run has trained answer for new rows.",
    discussion: """
      The rows go through what the run's own data went through: columns are found by their names, \
      texts mean what they meant, and inputs are normalized by the run's own constants. Targets are not \
      looked at, and files need none. The answers are comma-separated values, in the order of the rows.

      Examples:
        nn-run predict best new.csv
        nn-run predict iris/best new.csv --output answers.csv
        nn-run predict kxvzwrmt '{npz: new.npz, inputs: x, targets: y}'
      """)

  @Argument(help: ResultsArguments.runHelp, completion: .directory)
  var trained: String

  @Argument(
    help: ArgumentHelp("The rows: whatever `dataset` can be in a spec.", valueName: "data"),
    completion: .file())
  var data: String

  @OptionGroup var results: ResultsArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file for the answers, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output must name a file") }
  }

  func run() throws {
    let file = try output.map { (output) throws(ExitError) in
      try ReportFile(FilePath(output), beginsWith: "row,", form: "file of answers")
    }
    let folder = try results.run(trained)
    let model = try ending { () throws(ResultsError) in try TrainedModel(in: folder) }
    let source = try source(like: model.configuration.dataset)
    let engine = try EngineChoice.engine()
    let library = DataLibrary(root: "", threads: Machine.coreCount)
    let answers: PredictionTable
    do throws(DataProblem) {
      answers = try model.answers(
        for: source, from: library, engine: engine,
        note: { Console.error.note($0) })
    } catch {
      throw ExitError(error.isFileMissing ? .noInput : .badSpec, error.sentence)
    }
    guard let file else {
      try Console.output.deliver(answers.answers)
      return
    }
    let status = file.write(answers.answers)
    if status != .success { throw ExitError(status) }
  }

  /// The source that the argument names: a mapping as a spec has it, or the path of a file that is like
  /// the one that the run was trained on.
  private func source(like trained: DatasetSource) throws(ExitError) -> DatasetSource {
    if data.hasPrefix("{"), !data.contains("\n") {
      let text = SourceText(name: "data", text: "dataset: \(data)\n")
      do throws(DiagnosticError) {
        if let source = try DatasetSource(reading: text) { return source }
      } catch {
        var output = DiagnosticOutput()
        output.tell(error.diagnostics, of: nil)
        throw ExitError(.badCommandLine)
      }
    }
    guard let source = trained.replacing(path: data) else {
      throw ExitError(
        .badCommandLine,
        "\"\(data)\" is no file that can be read; x.csv, x.npy, x.npz and x.idx can")
    }
    return source
  }
}
