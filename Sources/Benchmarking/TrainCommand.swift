internal import ArgumentParser
internal import Experiments
internal import Running
internal import SpecSyntax
internal import SystemPackage
internal import Text

/// `nn-run-bench train`: how long the training of specs takes, without any file.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the runs of specs, write no results, and tell how long it took.",
    discussion: """
      Prints a line of JSON for each spec: the "seconds" of several trainings with their loss \
      curves, the "steps_seconds" of as many without any evaluation, and how many "runs" and \
      "epochs" (of all runs) that were.
      """)

  @Argument(help: ArgumentHelp("The specs.", valueName: "spec"))
  var specs: [String]

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Set a key of every spec; may be repeated.", valueName: "key=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that paths of data count from; by default that of the spec.", valueName: "dir"))
  var dataRoot: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("How many runs to train at once; by default the cores.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }

  func run() throws {
    let specs = try loaded()
    let engine = try BenchMachine.engine()
    for spec in specs {
      let training = PlanTraining(spec, jobs: jobs ?? BenchMachine.coreCount, engine: engine)
      let seconds = Stopwatch.several { training.train(isEvaluated: true) }
      let stepsSeconds = Stopwatch.several { training.train(isEvaluated: false) }
      let line = JSON.object([
        ("seconds", .array(seconds.map(JSON.number))),
        ("steps_seconds", .array(stepsSeconds.map(JSON.number))),
        ("runs", .integer(spec.plan.runs.count)),
        ("epochs", .integer(spec.plan.runs.reduce(0) { $0 + $1.configuration.stopAt })),
      ])
      print(line.text)
    }
  }

  /// The specs with their data; warnings are passed over.
  private func loaded() throws(BenchFailure) -> [LoadedSpec] {
    let overrides: [SyntaxOverride]
    do throws(DiagnosticError) {
      overrides = try SyntaxOverride.all(parsing: settings)
    } catch {
      throw BenchFailure(64, error.diagnostics)
    }
    return try specs.map { FilePath($0) }.map { (path) throws(BenchFailure) in
      do throws(SpecFailure) {
        return try LoadedSpec(
          reading: path, overrides: overrides,
          root: dataRoot.map { FilePath($0) } ?? DataRoot.ofSpec(path),
          threads: BenchMachine.coreCount)
      } catch {
        throw BenchFailure(error)
      }
    }
  }
}
