internal import Dispatch
internal import Engine
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import Synchronization
internal import SystemPackage

/// One experiment of `nn-run run`: its runner, and the recorders of its events.
struct ExperimentSession {
  /// The spec with its data.
  let spec: LoadedSpec
  /// What is run: the spec's plan, or a part of it.
  let plan: RunPlan
  /// Where the results go.
  let store: RunStore
  /// What runs are computed with.
  let engine: Engine
  /// How many runs are trained at once.
  let jobs: Int
  /// Whether runs that have finished are trained again.
  let isForced: Bool
  /// Whether nothing but errors and warnings is told.
  let isQuiet: Bool
  /// How progress is shown.
  let progress: ProgressReporter.Style
  /// What stops runs.
  let limits: RunLimits
  /// Stops everything at the next batch of rows.
  let cancellation: Cancellation

  /// What came of an experiment.
  struct Outcome {
    /// What became of each run.
    let end: ExperimentEnd
    /// What the program is to exit with, but for signals.
    let status: ExitStatus
  }

  private var runner: ExperimentRunner {
    let context = Machine.context
    return ExperimentRunner(
      plan, strategy: plan.strategy,
      launcher: ThreadLauncher(engine: engine, jobs: jobs, data: spec.data, context: context),
      store: store, spec: ResolvedSpec.text(of: spec.plan), files: ResultFiles.all,
      options: ExperimentRunner.Options(
        jobs: jobs, isForced: isForced, limits: limits,
        instructionSet: engine.instructionSet.rawValue,
        dataRoot: spec.data.absoluteRoot(for: plan, workingFolder: context.workingFolder)),
      context: context, cancellation: cancellation)
  }

  /// The outcome of an experiment that is not begun, as the program was to stop before.
  func unbegun() -> Outcome { Outcome(end: runner.unbegun(), status: .success) }

  /// Runs the experiment, and tells what came of it.
  func run() -> Outcome {
    let status = ExitStatusRecorder()
    let console = ConsoleRecorder(
      name: plan.experiment.name, folder: store.folder, isQuiet: isQuiet)
    let progress = ProgressRecorder(
      style: progress, isColoured: Console.error.mayColour, width: { Console.error.width },
      clock: { Machine.elapsed }, write: { Console.background.write($0) })
    let stopDrawing = Machine.context.timer(.milliseconds(100), true) { progress.refresh() }
    let end = Mutex<ExperimentEnd?>(nil)
    runner.run { event in
      status.record(event)
      progress.record(event)
      if case .roundEnded = event { Console.background.drain(until: .now() + .seconds(1)) }
      console.record(event)
      if case .ended(let ended) = event { end.withLock { $0 = ended } }
    }
    stopDrawing()
    let outcome = end.withLock(\.self) ?? runner.unbegun()
    let outputStatus = isQuiet || outcome.provenance == nil ? .success : report(outcome)
    return Outcome(end: outcome, status: max(status.status, outputStatus))
  }

  /// Prints what came of the experiment.
  ///
  /// - Returns: what the program is to exit with because of what could not be read or printed.
  private func report(_ end: ExperimentEnd) -> ExitStatus {
    let details = BestRunDetails(of: end.result, in: store, spec.data, engine: engine)
    if let failure = details.failure { Console.error.tell(failure.description) }
    let text = end.result.closingReport(
      folder: store.folder.string, elapsed: end.provenance?.seconds.map { .seconds($0) },
      predictions: details.predictions, confusion: details.confusion,
      expectations: end.expectations, missingFiles: end.missingFiles,
      style: Console.output.style)
    return max(details.failure == nil ? .success : .ioError, Console.output.report(text))
  }
}
