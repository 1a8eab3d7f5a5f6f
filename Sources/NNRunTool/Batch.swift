internal import Datasets
internal import Engine
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import Scheduling
internal import Synchronization
internal import SystemPackage
internal import Training
internal import Vocabulary

/// The runs of one spec: finds those that have finished, trains the others, and reports on all.
struct Batch: Sendable {
  /// How to go about it.
  struct Options: Sendable {
    /// How many runs to train at once.
    let jobs: Int
    /// Whether runs that have finished are trained again.
    let isForced: Bool
    /// Whether nothing but errors and warnings is told.
    let isQuiet: Bool
    /// How progress is shown.
    let progress: ProgressReporter.Style
    /// What stops runs.
    let limits: Limits
  }

  /// What stops runs before they end by themselves.
  struct Limits: Sendable {
    /// How long a run may take; nil for any time.
    let run: TimeLimit?
    /// How long all runs may take together; nil for any time.
    let batch: TimeLimit?
    /// How many runs may fail; nil for any number.
    let failures: FailureLimit?
  }

  /// What is to be done.
  let plan: RunPlan
  /// The content of the batch's `spec.yaml`, which is of the whole plan also where this is a part.
  let spec: String
  /// The data of every run.
  let data: DataLibrary
  /// Where the results go.
  let store: RunStore
  /// What runs are computed with.
  let engine: Engine
  /// How to go about it.
  let options: Options
  /// Stops everything at the next batch of rows.
  let cancellation: Cancellation
  /// Within it, stops this batch alone because it takes too long.
  let overtime: Cancellation

  /// Does everything.
  ///
  /// - Returns: what came of it.
  func run() -> Ending {
    let countdown = options.limits.batch.map { Countdown($0) { [overtime] in overtime.cancel() } }
    defer { countdown?.end() }
    let lock: FolderLock
    do throws(FileError) {
      let acquired = try store.locked(
        isQuiet: options.isQuiet, unless: { overtime.isCancelled })
      guard let acquired else { return unbegun(tellEarlyEnd()) }
      lock = acquired
    } catch {
      Console.error.tell(error.description)
      return unbegun(.cannotCreate, obstacle: error.description)
    }
    let start = Moment()
    let beginStatus = store.begin(spec: Array(spec.utf8))
    let (plan, records, trainingStatus) = trained()
    let result = BatchResult(plan, records, earlyEnd: earlyEnd)
    let earlyStatus = result.counts[.interrupted] > 0 ? tellEarlyEnd() : .success
    let elapsed = start.age
    let circumstances = BatchCircumstances(
      since: start, dataRoot: data.absoluteRoot(for: plan, workingFolder: Machine.workingFolder),
      instructionSet: engine.instructionSet, jobs: options.jobs)
    let fileStatus = store.write(result, circumstances)
    let (expectations, expectationStatus) = expectations(result)
    let illustrations = illustrations(of: result)
    lock.release()
    var outputStatus = ExitStatus.success
    if options.isQuiet {
      for failure in result.failures(of: expectations) {
        Console.error.tell("\(plan.experiment.name): \(failure)")
      }
    } else {
      outputStatus = report(result, illustrations, expectations, elapsed: elapsed)
    }
    let status = max(
      beginStatus, trainingStatus, fileStatus, illustrations.status, outputStatus, earlyStatus,
      divergenceStatus(of: result), expectationStatus)
    return Ending(
      status: status, result: result, expectations: expectations, circumstances: circumstances)
  }

  /// Finds the runs that have finished, and trains the others.
  ///
  /// - Parameter rung: the rung of successive halving that they belong to, if they do.
  /// - Returns: what became of each run, and what the program is to exit with because of failures.
  func train(in rung: RungWork? = nil) -> ([RunRecord], ExitStatus) {
    var results =
      options.isForced
      ? plan.runs.map { _ in nil } : store.known(plan.runs, jobs: options.jobs)
    let pending = results.indices.filter { results[$0] == nil }
    // What runs begin from does not depend on their seeds and the sizes of steps.
    let representatives = plan.representatives
    let needed = Set(pending.map { plan.runs[$0].representative }).map { representatives[$0] }
    let work = TrainingWork(
      runs: plan.runs, store: store, data: data.prepared(for: needed),
      dataRoot: data.absoluteRoot(for: plan, workingFolder: Machine.workingFolder), engine: engine,
      trainer: RunTrainer(engine: engine, initialTensors: data.initialTensors(of: needed)),
      timeLimit: options.limits.run, rung: rung, cancellation: overtime)
    let (failures, onDivergence) = (options.limits.failures, plan.experiment.onDivergence)
    let pieces = TrainingPiece.pieces(
      of: pending, in: plan.runs, workers: options.jobs, engine: engine)
    warnOfMemory(work.memoryNeed(of: pieces, atOnce: options.jobs))
    let display = ProgressDisplay(
      plan, rung: rung?.progress(of: plan.runs), style: options.progress)
    let reporter = display.reporter
    for (index, result) in results.enumerated() {
      guard let result else { continue }
      reporter.finished(index, result.record)
      failures?.note(result.record, onDivergence)
    }
    let trained = Mutex<[Int: TrainingWork.Result]>([:])
    Scheduler(workers: options.jobs).run(
      pieces.count, cancellation: overtime,
      perform: { piece, worker in
        work.train(
          pieces[piece], worker: worker, advance: { reporter.advanced($0, to: $1) },
          finish: { run, result in
            trained.withLock { $0[run] = result }
            reporter.finished(run, result.record)
            failures?.note(result.record, onDivergence)
          })
      },
      receive: { _, _ in })
    display.end()
    for (index, result) in trained.withLock(\.self) { results[index] = result }
    return (
      results.map { $0?.record ?? .interrupted },
      results.compactMap { $0?.status }.max() ?? .success
    )
  }

  /// Warns where the runs that are trained at once may take more memory than there is.
  private func warnOfMemory(_ need: MemoryNeed) {
    if let shortage = need.shortage {
      Console.error.print(
        "nn-run: warning: \(shortage); fewer --jobs or a smaller batch_size take less")
    }
  }

  /// What diverged runs do to the exit code.
  private func divergenceStatus(of result: BatchResult) -> ExitStatus {
    switch plan.experiment.onDivergence {
    case .fail: result.counts[.diverged] > 0 ? .runFailed : .success
    case .record: .success
    }
  }
}
