internal import Engine
internal import Experiments
internal import Randomness
internal import RunRecords
internal import Vocabulary

/// One run in training.
struct TrainingRun<S: EngineScalar>: ~Copyable {
  /// What is to be done.
  private let configuration: RunConfiguration
  /// The rows to learn.
  private let samples: Samples<S>
  /// The network as it is being trained.
  private var trainer: Trainer<S>
  /// The epoch with the least training loss so far, and that loss.
  private var best: (epoch: Int, loss: Double)?

  /// Prepares a run.
  init(
    _ configuration: RunConfiguration, _ network: Network<S>, _ samples: Samples<S>,
    _ engine: Engine
  ) {
    self.configuration = configuration
    self.samples = samples
    trainer = Trainer(
      engine, network, optimizer: configuration.optimizer,
      rowCapacity: configuration.rowCapacity(rows: samples.count))
  }

  /// Trains the network, and gives each row of the loss curve to `record` as it is known.
  ///
  /// - Returns: how training ended; nil where it was cancelled, which is looked at after each epoch.
  mutating func train<Failure: Error>(
    isCancelled: () -> Bool, record: (CurveRow) throws(Failure) -> Void
  ) throws(Failure) -> Ending? {
    var epoch = 0
    while true {
      if configuration.isLogged(epoch: epoch) {
        let scores = evaluate()
        try record(
          CurveRow(
            epoch: epoch, scores: scores,
            learningRate: epoch == 0 ? nil : configuration.learningRate))
        let loss = scores[0]
        if best.map({ loss < $0.loss }) ?? true { best = (epoch, loss) }
        if epoch == configuration.epochs || !loss.isFinite {
          return Ending(
            status: loss.isFinite ? .completed : .diverged, epochsRun: epoch,
            bestEpoch: best?.epoch ?? 0, scores: scores)
        }
      } else if configuration.batchSize == .full {
        trainer.forward(samples, rows: 0..<samples.count)
      }
      if isCancelled() { return nil }
      epoch += 1
      trainEpoch(epoch)
    }
  }

  /// How training ended.
  struct Ending {
    /// `completed` or `diverged`.
    let status: RunStatus
    /// For how many epochs the network was trained.
    let epochsRun: Int
    /// The epoch with the least training loss among those that were evaluated.
    let bestEpoch: Int
    /// The scores at the end, in the order of `RunConfiguration.scores`.
    let scores: [Double]
  }

  /// The network as it stands.
  var network: Network<S> { trainer.network }

  /// Goes through the data once. A full batch has been run forward already: its evaluation after
  /// the last epoch was this epoch's forward pass.
  @specialized(where S == Float)
  @specialized(where S == Double)
  private mutating func trainEpoch(_ epoch: Int) {
    guard case .rows(let batchSize) = configuration.batchSize else {
      trainer.step(learningRate: configuration.learningRate)
      return
    }
    let order = configuration.shuffle ? order(inEpoch: epoch) : nil
    for start in stride(from: 0, to: samples.count, by: batchSize) {
      let batch = start..<min(start + batchSize, samples.count)
      if let order {
        trainer.forward(samples, indices: order.span.extracting(batch))
      } else {
        trainer.forward(samples, rows: batch)
      }
      trainer.step(learningRate: configuration.learningRate)
    }
  }

  /// The order in which an epoch, counted from 1, takes the rows.
  private func order(inEpoch epoch: Int) -> [Int] {
    var stream = RandomStream(
      seed: UInt64(configuration.seed), purpose: .shuffle, index: epoch)
    return stream.shuffled(0..<samples.count)
  }

  /// The scores of the weights as they are, in the order of `RunConfiguration.scores`.
  @specialized(where S == Float)
  @specialized(where S == Double)
  private mutating func evaluate() -> [Double] {
    var lossSum = 0.0
    var tally = MetricTally(
      task: configuration.task, outputs: trainer.architecture.outputs)
    for start in stride(from: 0, to: samples.count, by: trainer.rowCapacity) {
      trainer.forward(samples, rows: start..<min(start + trainer.rowCapacity, samples.count))
      lossSum = trainer.lossSum(adding: lossSum)
      if !configuration.metrics.isEmpty {
        trainer.withOutputsAndTargets { tally.add($0, $1) }
      }
    }
    let loss = trainer.architecture.loss(ofSum: lossSum, rows: samples.count)
    return [loss] + configuration.metrics.map(tally.value)
  }
}
