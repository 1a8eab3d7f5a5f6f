public import Datasets
public import Engine
public import Experiments
public import RunRecords
internal import Vocabulary

/// Trains runs, one at a time: from a configuration and its data to rows of a loss curve and weights.
public struct RunTrainer: Sendable {
  /// What runs are computed with.
  private let engine: Engine

  /// A trainer that computes with `engine`.
  public init(engine: Engine) { self.engine = engine }

  /// Trains a run.
  ///
  /// - Parameters:
  ///   - isCancelled: asked after each epoch.
  ///   - record: is given each row of the loss curve as soon as it is known.
  /// - Returns: what training gives beside the curve; nil where it was cancelled.
  /// - Throws: what `record` throws.
  public func train<Failure: Error>(
    _ configuration: RunConfiguration, on dataset: Dataset, isCancelled: () -> Bool,
    record: (CurveRow) throws(Failure) -> Void
  ) throws(Failure) -> RunOutcome? {
    switch configuration.precision {
    case .float32:
      try train(Float.self, configuration, dataset, isCancelled, record, Tensor.Elements.float32)
    case .float64:
      try train(Double.self, configuration, dataset, isCancelled, record, Tensor.Elements.float64)
    }
  }

  /// Trains a run in one precision, whose numbers become tensors by `elements`.
  private func train<S: EngineScalar, Failure: Error>(
    _: S.Type, _ configuration: RunConfiguration, _ dataset: Dataset, _ isCancelled: () -> Bool,
    _ record: (CurveRow) throws(Failure) -> Void, _ elements: ([S]) -> Tensor.Elements
  ) throws(Failure) -> RunOutcome? {
    let initial = Network<S>(initial: configuration)
    var run = TrainingRun(configuration, initial, Samples(dataset, for: configuration), engine)
    guard let ending = try run.train(isCancelled: isCancelled, record: record) else { return nil }
    return RunOutcome(
      status: ending.status, epochsRun: ending.epochsRun, bestEpoch: ending.bestEpoch,
      scores: ending.scores, initialWeights: initial.tensors(elements),
      weights: run.network.tensors(elements))
  }

  /// What a trained network answers for each row of a data set.
  ///
  /// - Parameter weights: the tensors of the run's `model.safetensors`.
  /// - Returns: `[rows][outputs]`; nil if the tensors are not such as the configuration has.
  public func outputs(
    of configuration: RunConfiguration, weights: [Tensor], on dataset: Dataset
  ) -> [[Double]]? {
    switch configuration.precision {
    case .float32: outputs(Float.self, configuration, weights, dataset, \.asFloat32)
    case .float64: outputs(Double.self, configuration, weights, dataset, \.asFloat64)
    }
  }

  /// Answers in one precision, whose numbers come out of tensors by `elements`.
  private func outputs<S: EngineScalar>(
    _: S.Type, _ configuration: RunConfiguration, _ weights: [Tensor], _ dataset: Dataset,
    _ elements: (Tensor.Elements) -> [S]?
  ) -> [[Double]]? {
    guard
      let network = Network<S>(Architecture(configuration), tensors: weights, elements)
    else { return nil }
    let inputs = Matrix<S>(
      rows: dataset.rows, columns: dataset.inputCount, rounding: dataset.inputs)
    var trainer = Trainer(
      engine, network, rowCapacity: configuration.rowCapacity(rows: dataset.rows))
    var outputs: [[Double]] = []
    for start in stride(from: 0, to: dataset.rows, by: trainer.rowCapacity) {
      trainer.forward(inputs, rows: start..<min(start + trainer.rowCapacity, dataset.rows))
      let answers = trainer.outputs()
      outputs += (0..<answers.rows).map { row in
        (0..<answers.columns).map { Double(answers[row, $0]) }
      }
    }
    return outputs
  }
}
