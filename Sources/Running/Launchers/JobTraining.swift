internal import Datasets
internal import Engine
internal import Experiments
internal import Files
internal import RunRecords
internal import Training

/// The training of jobs, each run claimed first and recorded as it goes.
struct JobTraining: Sendable {
  /// The runs, which jobs name by their indices.
  private let runs: [RunPlan.Run]
  /// Where the results go.
  private let store: RunStore
  /// What keeps others from training the same; nil where there are no others.
  private let claims: Claims?
  /// Whether runs that have finished are trained again.
  private let isForced: Bool
  /// How long a run may take; nil for any time.
  private let timeLimit: TimeLimit?
  /// Stops runs at their next batch of rows.
  private let cancellation: Cancellation
  /// What the round has from the one before, and leaves to the next.
  private let inputs: RoundInputs
  /// The data of every run, as it is given it.
  private let data: [DataSelection: PreparedData]
  /// The folder that paths of data count from; nil where there are none.
  private let dataRoot: String?
  /// What runs are computed with.
  private let engine: Engine
  /// What trains them.
  private let trainer: RunTrainer
  private let context: RunContext

  /// Collects what training needs.
  init(
    _ order: LaunchOrder, _ inputs: RoundInputs, data: [DataSelection: PreparedData],
    dataRoot: String?, engine: Engine, trainer: RunTrainer, context: RunContext
  ) {
    runs = order.round.plan.runs
    store = order.store
    claims = order.claims
    isForced = order.isForced
    timeLimit = order.timeLimit
    cancellation = order.cancellation
    self.inputs = inputs
    self.data = data
    self.dataRoot = dataRoot
    self.engine = engine
    self.trainer = trainer
    self.context = context
  }

  /// The training of runs that belong to no round, and that no one else trains.
  init(
    _ runs: [RunPlan.Run], into store: RunStore, data: [DataSelection: PreparedData],
    engine: Engine, trainer: RunTrainer, context: RunContext, cancellation: Cancellation
  ) {
    self.runs = runs
    self.store = store
    claims = nil
    isForced = true
    timeLimit = nil
    self.cancellation = cancellation
    inputs = .none
    self.data = data
    dataRoot = nil
    self.engine = engine
    self.trainer = trainer
    self.context = context
  }

  /// Trains the runs of a job that no other process trains or has trained, and writes their folders.
  ///
  /// - Parameter report: is given what becomes of each run.
  func train(
    _ job: TrainingJob, worker: Int, report: @escaping @Sendable (RunEvent) -> Void
  ) {
    let claimed = job.runs.filter { claim($0, report) }
    guard !claimed.isEmpty else { return }
    defer { for run in claimed { claims?.release(runs[run].id) } }
    let job = job.with(claimed)
    let configurations = claimed.map { runs[$0].configuration }
    if let obstacle = obstacle(to: job, of: configurations) {
      for run in claimed { report(.finished(run, RunRecord(failure: obstacle))) }
      return
    }
    train(job, configurations, worker: worker, report: report)
  }

  /// Whether a run is this process's to train; where it is not, that is reported.
  private func claim(_ index: Int, _ report: (RunEvent) -> Void) -> Bool {
    guard let claims else { return true }
    let run = runs[index]
    do throws(FileError) {
      guard try claims.take(run.id) else {
        report(.held(index))
        return false
      }
      // Another process may have finished it since it was looked for.
      guard !isForced, store.folder(of: run.id).exists,
        let summary = try store.finished(run)
      else { return true }
      claims.release(run.id)
      report(.cached(index, RunRecord(summary, isCached: true)))
    } catch {
      report(.finished(index, RunRecord(error)))
    }
    return false
  }

  /// Trains runs that nothing stands in the way of.
  ///
  /// All of them begin together, so one clock tells which of them take too long.
  private func train(
    _ job: TrainingJob, _ configurations: [RunConfiguration], worker: Int,
    report: @escaping @Sendable (RunEvent) -> Void
  ) {
    guard let data = data[configurations[0].dataSelection] else {
      preconditionFailure("the data of every run has been prepared")
    }
    let start = Moment(context)
    let (recordings, checkpoints) = recordings(of: job)
    let keep: ((Int, Checkpoint) -> Void)? = inputs.keeper.map { keeper in
      { place, checkpoint in keeper.keep(checkpoint, of: runs[job.runs[place]].id) }
    }
    if takesLong(configurations[0]) { for recording in recordings { recording.begin() } }
    for run in job.runs { report(.started(run)) }
    var pace = RecordPace(clock: context.elapsed)
    let overtime = Cancellation()
    let stopClock = timeLimit.map { context.timer($0.duration, false) { overtime.cancel() } }
    defer { stopClock?() }
    trainer.train(
      configurations, from: checkpoints, in: job.form, threads: job.threads, on: data,
      observer: RunTrainer.Observer(
        isCancelled: { cancellation.isCancelled || overtime.isCancelled },
        isRecordDue: { pace.isDue() },
        record: { rows, lane, run in
          recordings[run].append(rows, lane: lane)
          if let row = rows.last(lane: lane) { report(.advanced(job.runs[run], row)) }
          return recordings[run].failure == nil
        },
        checkpoint: keep,
        finish: { run, outcome in
          let record = recordings[run].finish(
            outcome, provenance(since: start, worker: worker),
            stopped: stopped(isLate: overtime.isCancelled))
          report(.finished(job.runs[run], record))
        }))
    for (run, recording) in zip(job.runs, recordings) {
      if let failure = recording.failure { report(.finished(run, failure)) }
    }
  }

  /// The records of runs that begin, and where those go on that do, by their places in the job.
  private func recordings(
    of job: TrainingJob
  ) -> ([RunRecording], checkpoints: [Int: Checkpoint]) {
    var checkpoints: [Int: Checkpoint] = [:]
    let recordings = job.runs.enumerated().map { place, index in
      let run = runs[index]
      guard let beginning = inputs.beginnings[run.id],
        let rows = store.rows(
          of: beginning.shorter, before: beginning.checkpoint.epoch, for: run.configuration)
      else { return RunRecording(run, in: store, clock: context.elapsed) }
      checkpoints[place] = beginning.checkpoint
      return RunRecording(run, after: rows, in: store, clock: context.elapsed)
    }
    return (recordings, checkpoints)
  }

  /// Where, when and how a run was trained that ends now.
  private func provenance(since start: Moment, worker: Int) -> Provenance {
    var provenance = Provenance()
    provenance.started = start.time
    provenance.seconds = start.seconds(context)
    provenance.host = context.host
    provenance.worker = worker
    provenance.instructionSet = engine.instructionSet.rawValue
    provenance.version = context.version
    provenance.dataRoot = dataRoot
    return provenance
  }

  /// What becomes of a run that is stopped.
  private func stopped(isLate: Bool) -> RunRecord {
    guard isLate, let limit = timeLimit else { return .interrupted }
    return RunRecord(timedOut: "longer than \(limit.option)")
  }

  /// Why the runs of a job, which have these configurations, cannot be trained; nil where they can.
  private func obstacle(
    to job: TrainingJob, of configurations: [RunConfiguration]
  ) -> String? {
    for configuration in configurations {
      if case .file(let path, _) = configuration.initialization,
        !trainer.canBegin(configuration)
      {
        return "\(path) has changed since the plan was made"
      }
    }
    return memoryNeed(of: [job], atOnce: 1).shortage
  }

  /// Whether runs may take more than a moment, so that their folders are worth a look meanwhile.
  private func takesLong(_ configuration: RunConfiguration) -> Bool {
    let products = Double(configuration.rows.train) * Double(configuration.parameterCount)
    return Double(configuration.stopAt) * products > 1e8
  }

  /// How much memory the largest of some jobs take while so many are trained, which share the data.
  func memoryNeed(of trainingJobs: [TrainingJob], atOnce: Int) -> MemoryNeed {
    let needs = trainingJobs.map { job in
      let configuration = runs[job.runs[0]].configuration
      return (
        job: job.memoryEstimate(configuration), data: configuration.dataMemoryEstimate
      )
    }
    let largest = needs.map(\.job).max() ?? 0
    return MemoryNeed(
      needed: largest * min(atOnce, trainingJobs.count) + (needs.map(\.data).max() ?? 0)
        + keptMemory(of: trainingJobs),
      available: context.memory)
  }

  /// How much memory runs take that are kept for the next rung.
  private func keptMemory(of trainingJobs: [TrainingJob]) -> Int {
    guard let keeper = inputs.keeper else { return 0 }
    let needs = trainingJobs.map {
      $0.runs.count * Checkpoint.memoryEstimate(runs[$0.runs[0]].configuration)
    }
    return min(keeper.capacity, needs.reduce(0, +))
  }
}
