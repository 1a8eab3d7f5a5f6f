internal import Datasets
internal import Engine
internal import Experiments
internal import RunRecords
internal import Running
internal import Training

/// The runs of a spec, ready to be trained again and again as `nn-run` trains them, but for files.
struct PlanTraining: Sendable {
  /// The settings of each run.
  private let configurations: [RunConfiguration]
  /// The data of every run, as it is given it.
  private let data: [DataSelection: PreparedData]
  /// The tensors of the files that runs begin from, by digest.
  private let initialTensors: [String: [Tensor]]
  /// The runs as they are trained together.
  private let trainingJobs: [TrainingJob]
  /// How many jobs are trained at once.
  private let jobs: Int
  /// What computes.
  private let engine: Engine

  /// Prepares the training of a spec that has been read.
  init(_ spec: LoadedSpec, jobs: Int, engine: Engine) {
    configurations = spec.plan.runs.map(\.configuration)
    data = spec.data.prepared(for: configurations)
    initialTensors = spec.data.initialTensors(of: configurations)
    trainingJobs = TrainingJob.jobs(
      of: Array(spec.plan.runs.indices), in: spec.plan.runs, workers: jobs, engine: engine)
    self.jobs = jobs
    self.engine = engine
  }

  /// Trains all runs from their first weights, which are drawn anew, to their last.
  ///
  /// - Parameter isEvaluated: whether losses are measured as the spec says, and their rows handed out,
  ///   which are dropped here; else only steps are made.
  func train(isEvaluated: Bool) {
    let start = ContinuousClock.now
    Scheduler(workers: jobs).run(
      trainingJobs.count, cancellation: Cancellation(),
      perform: { index, _ in
        let job = trainingJobs[index]
        let runs = job.runs.map { configurations[$0] }
        guard let data = data[runs[0].dataSelection] else {
          preconditionFailure("the data of every run has been prepared")
        }
        var pace = RecordPace(clock: { start.duration(to: .now) })
        let observer = RunTrainer.Observer(
          isCancelled: { false }, isRecordDue: { pace.isDue() }, record: { _, _, _ in true },
          finish: { _, _ in })
        RunTrainer(engine: engine, initialTensors: initialTensors).train(
          runs, in: job.form, threads: job.threads, on: data,
          observer: isEvaluated ? observer : nil)
      },
      receive: { _, _ in })
  }
}
