public import Datasets
public import Engine
public import Experiments
public import RunRecords
internal import Vocabulary

/// Trains runs: from configurations and their data to rows of loss curves and weights.
public struct RunTrainer: Sendable {
  /// What runs are computed with.
  let engine: Engine
  /// The tensors of the files that runs begin from, by the digest that a spec names.
  private let initialTensors: [String: [Tensor]]
  /// The samples of runs in training.
  let library = SampleLibrary()

  /// A trainer that computes with `engine`.
  public init(engine: Engine, initialTensors: [String: [Tensor]] = [:]) {
    self.engine = engine
    self.initialTensors = initialTensors
  }

  /// Whether there is what a run begins from: always, unless that is a file.
  public func canBegin(_ configuration: RunConfiguration) -> Bool {
    switch configuration.initialization {
    case .drawn: true
    case .file(_, let digest): initialTensors[digest] != nil
    }
  }

  /// What is told of runs in training, each by its place among them.
  public struct Observer {
    /// Asked before each batch: whether training is to end; once it is, it stays so.
    public let isCancelled: () -> Bool
    /// Asked after each evaluation: whether rows are to be handed out before a run ends.
    public let isRecordDue: () -> Bool
    /// Is given rows of loss curves, the lane of a run in them, and the run; answers whether it is to go
    /// on.
    public let record: (CurveRows, _ lane: Int, _ run: Int) -> Bool
    /// Is given a run that ends by itself, to go on from there another time; nil where nobody will.
    public let checkpoint: ((_ run: Int, Checkpoint) -> Void)?
    /// Is given a run and what it came to; nil where it was cancelled.
    public let finish: (_ run: Int, RunOutcome?) -> Void

    /// Collects what is told.
    public init(
      isCancelled: @escaping () -> Bool, isRecordDue: @escaping () -> Bool,
      record: @escaping (CurveRows, _ lane: Int, _ run: Int) -> Bool,
      checkpoint: ((_ run: Int, Checkpoint) -> Void)? = nil,
      finish: @escaping (_ run: Int, RunOutcome?) -> Void
    ) {
      self.isCancelled = isCancelled
      self.isRecordDue = isRecordDue
      self.record = record
      self.checkpoint = checkpoint
      self.finish = finish
    }
  }

  /// Trains runs of one kind, as many at once as the form has lanes; `threads` share the work on each
  /// network. May be called on several threads at once; what is trained then shares the samples.
  /// Without an observer nothing is evaluated: all steps are made, and nothing else.
  ///
  /// - Parameter checkpoints: where some runs go on, by their places; the others begin.
  /// - Precondition: there is a run, and all have the same `GroupKey`, and can begin; `data` is what
  ///   they select; several threads go with matrix products alone; a run that goes on differs by a
  ///   later `stopAt` alone from the one that was paused.
  public func train(
    _ configurations: [RunConfiguration], from checkpoints: [Int: Checkpoint] = [:],
    in form: TrainingForm, threads: Int = 1, on data: PreparedData, observer: Observer?
  ) {
    switch configurations[0].precision {
    case .float32:
      train(configurations, checkpoints, form, threads, data, observer, Tensor.Elements.float32)
    case .float64:
      train(configurations, checkpoints, form, threads, data, observer, Tensor.Elements.float64)
    }
  }

  /// Trains runs in one precision, whose numbers become tensors and come out of them.
  private func train<S: EngineScalar>(
    _ configurations: [RunConfiguration], _ checkpoints: [Int: Checkpoint], _ form: TrainingForm,
    _ threads: Int, _ data: PreparedData, _ observer: Observer?,
    _ elements: ([S]) -> Tensor.Elements
  ) {
    var group = TrainingGroup<S>(
      like: configurations[0], in: form, threads: threads,
      keepsCheckpoints: observer?.checkpoint != nil,
      on: data, library, engine)
    var runs = configurations.enumerated().makeIterator()
    let next: () -> LaneState<S>? = {
      runs.next().map { run, configuration in
        LaneState(
          run: run, configuration, initial: initialNetwork(of: configuration),
          from: checkpoints[run]?.checkpoint(of: S.self))
      }
    }
    guard let observer else { return group.trainUnobserved(next: next) }
    group.train(
      next: next, isCancelled: observer.isCancelled, isRecordDue: observer.isRecordDue,
      record: observer.record, checkpoint: { observer.checkpoint?($0, Checkpoint($1)) },
      finish: { run, ended in
        observer.finish(
          run, ended.map { outcome($0, of: configurations[run], on: data, elements) })
      })
  }

  /// The network of a run before training: drawn, or that of a file in either precision.
  private func initialNetwork<S: EngineScalar>(of configuration: RunConfiguration) -> Network<S> {
    switch configuration.initialization {
    case .drawn(let words): return Network(initial: configuration, words)
    case .file(_, let digest):
      guard let tensors = initialTensors[digest],
        let network = Network<S>(Architecture(configuration), tensors: tensors, { $0.rounded() })
      else { preconditionFailure("the weights to begin from have been read and checked") }
      return network
    }
  }

  /// What a run comes to, as records have it.
  private func outcome<S: EngineScalar>(
    _ ended: LaneOutcome<S>, of configuration: RunConfiguration, on data: PreparedData,
    _ elements: ([S]) -> Tensor.Elements
  ) -> RunOutcome {
    let weights = ended.network.tensors(elements)
    return RunOutcome(
      status: ended.status, epochsRun: ended.epochsRun, bestEpoch: ended.bestEpoch,
      bestRow: ended.bestRow, scores: ended.scores, weights: weights,
      initialWeights: ended.initial.tensors(elements),
      bestWeights: ended.best?.tensors(elements) ?? [],
      predictions: ended.status == .diverged
        ? nil : predictions(of: ended.network, configuration, on: data),
      encoding: DataEncoding(
        columns: data.columns, inputs: data.normalization, targets: data.targetNormalization))
  }
}
