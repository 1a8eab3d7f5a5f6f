internal import Text
internal import ArgumentParser
internal import Experiments
internal import NNRunTool

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

  @OptionGroup var specs: SpecArguments

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("How many runs to train at once; by default the cores.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }

  func run() throws {
    let engine = try EngineChoice.engine()
    for spec in try SpecLoader().load(specs) {
      let training = PlanTraining(spec, jobs: jobs ?? Machine.coreCount, engine: engine)
      let seconds = Stopwatch.several { training.train(isEvaluated: true) }
      let stepsSeconds = Stopwatch.several { training.train(isEvaluated: false) }
      let line = JSON.object([
        ("seconds", .array(seconds.map(JSON.number))),
        ("steps_seconds", .array(stepsSeconds.map(JSON.number))),
        ("runs", .integer(spec.plan.runs.count)),
        ("epochs", .integer(spec.plan.runs.reduce(0) { $0 + $1.configuration.stopAt })),
      ])
      try Console.output.deliver(line.text + "\n")
    }
  }
}
