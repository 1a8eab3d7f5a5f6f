public import Datasets
public import Engine
internal import Experiments
internal import Files
internal import RunRecords
internal import Synchronization
internal import Training

/// Trains runs by threads of this process: many small ones side by side, a large one by several threads
/// where there are fewer runs than cores.
public final class ThreadLauncher: Launcher {
  /// What runs are computed with.
  private let engine: Engine
  /// How many jobs are done at once.
  private let jobs: Int
  /// The data of every run.
  private let data: DataLibrary
  private let context: RunContext
  /// What the rung of successive halving before has left.
  private let kept = Mutex<CheckpointCache?>(nil)

  /// The share of the machine's memory that runs may take between rungs: one of so many parts.
  private static let memoryShare = 4

  /// A launcher for runs whose data has been read.
  public init(engine: Engine, jobs: Int, data: DataLibrary, context: RunContext) {
    self.engine = engine
    self.jobs = jobs
    self.data = data
    self.context = context
  }

  /// For each run of a round the epoch that it would go on from.
  public func firstEpochs(of round: SearchRound) -> [Int] {
    let beginnings = inputs(of: round).beginnings
    return round.plan.runs.map { beginnings[$0.id]?.checkpoint.epoch ?? 0 }
  }

  /// What a round has from the one before.
  private func inputs(of round: SearchRound) -> RoundInputs {
    RoundInputs(round, from: kept.withLock(\.self), capacity: context.memory / Self.memoryShare)
  }

  /// Trains runs, and returns when all have ended, are held by others, or were stopped.
  public func launch(_ order: LaunchOrder, report: @escaping @Sendable (RunEvent) -> Void) {
    // What runs begin from does not depend on their seeds and the sizes of steps.
    let dataConfigurations = order.round.plan.dataConfigurations
    let needed = Set(order.pending.map { order.runs[$0].dataConfiguration })
      .map { dataConfigurations[$0] }
    let inputs = inputs(of: order.round)
    let trainingJobs = TrainingJob.jobs(
      of: order.pending, in: order.runs, workers: jobs, engine: engine)
    let training = JobTraining(
      order, inputs, data: data.prepared(for: needed),
      dataRoot: data.absoluteRoot(for: order.round.plan, workingFolder: context.workingFolder),
      engine: engine,
      trainer: RunTrainer(engine: engine, initialTensors: data.initialTensors(of: needed)),
      context: context)
    let need = training.memoryNeed(of: trainingJobs, atOnce: jobs)
    if need.shortage != nil { report(.memoryShort(need)) }
    Scheduler(workers: jobs).run(
      trainingJobs.count, cancellation: order.cancellation,
      perform: { job, worker in training.train(trainingJobs[job], worker: worker, report: report) },
      receive: { _, _ in })
    kept.withLock { $0 = inputs.keeper }
  }
}
