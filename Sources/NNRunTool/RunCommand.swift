internal import ArgumentParser
internal import Engine
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// `nn-run run`, or `nn-run` alone: trains the runs of specs.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Train the runs of specs; those that have finished before are not trained again.",
    discussion: """
      The results are the same bytes whatever the number of jobs, and on any machine. The first \
      Ctrl-C stops the runs in flight at their next batch and keeps those that have finished; the \
      same command goes on from there. Another one, a second later, stops at once.
      """)

  @OptionGroup var specs: SpecArguments

  @OptionGroup var jobs: JobArguments

  @OptionGroup var report: JUnitArguments

  @OptionGroup var shard: ShardArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the results.", valueName: "dir"), completion: .directory)
  var output = "runs"

  @Flag(help: "Train runs that have finished again, and fail if their bytes differ.")
  var force = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors and warnings.")
  var quiet = false

  @Option(help: "How to show progress; auto is a bar on a terminal and plain lines elsewhere.")
  var progress = ProgressChoice.auto

  @OptionGroup var limits: LimitArguments

  @OptionGroup var summary: SummaryArguments

  @Flag(help: "List the runs as `nn-run plan` does, and train nothing.")
  var dryRun = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output must name a folder") }
    if dryRun, report.junit != nil {
      throw ValidationError("--junit has nothing to tell of a --dry-run")
    }
    if dryRun, summary.summary != nil {
      throw ValidationError("--summary has nothing to tell of a --dry-run")
    }
  }

  func run() throws {
    let summary = try summary.file()
    let loaded = try SpecLoader().load(specs)
    let plans = try loaded.map { try shard.taken(from: $0.plan) }
    let engine = try EngineChoice.engine()
    try refuseSharedNames(loaded)
    if dryRun {
      for plan in plans {
        try PlanListing(plan, engine: engine, jobs: jobs.count).write(to: Console.output.deliver)
      }
      return
    }
    if let shortage = ProcessLimits.shortage(for: plans, jobs: jobs.count, engine: engine) {
      throw ExitError(.ioError, shortage)
    }
    var junit = try report.file()
    let cancellation = Cancellation()
    let signals = SignalWatch(cancellation) {
      Console.background.write(
        "\nstopping at the next batch; finished runs are kept (again in a second stops at once)\n")
    }
    let limits = limits.limits
    var status = ExitStatus.success
    for (spec, plan) in zip(loaded, plans) {
      let session = ExperimentSession(
        spec: spec, plan: plan,
        store: Machine.context.store(FilePath(output).appending(spec.plan.experiment.name)),
        engine: engine, jobs: jobs.count, isForced: force, isQuiet: quiet,
        progress: progress.style(isQuiet: quiet), limits: limits, cancellation: cancellation)
      let isBegun = !cancellation.isCancelled
      if !isBegun { Console.error.inform("not begun: \(spec.path)") }
      let outcome = isBegun ? session.run() : session.unbegun()
      status = max(
        status, outcome.status, summary?.add(outcome.end, in: session.store.folder) ?? .success)
      junit?.add(outcome.end, in: session.store)
    }
    status = max(status, junit?.write() ?? .success)
    status = signals.status ?? status
    if status != .success { throw ExitError(status) }
  }

  /// Two specs of one name would write into one folder; case is folded, as some disks do.
  private func refuseSharedNames(_ loaded: [LoadedSpec]) throws(ExitError) {
    for (index, spec) in loaded.enumerated() {
      let name = spec.plan.experiment.name
      if let earlier = loaded[..<index].first(where: {
        $0.plan.experiment.name.lowercased() == name.lowercased()
      }) {
        throw ExitError(
          .badSpec,
          "\(earlier.path) and \(spec.path) are both called \"\(name)\"; give one another `name`")
      }
    }
  }
}
