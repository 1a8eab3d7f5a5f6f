public import Datasets
internal import Engine
public import Experiments
public import RunRecords
internal import Vocabulary

extension RunTrainer {
  /// The most rows that go through a network at once to be answered for.
  private static let rowsAtOnce = 256

  /// What a trained network answers for the rows of its data that are held back, and for the others too
  /// where the run saves that; nil where there are none such.
  func predictions<S: EngineScalar>(
    of network: Network<S>, _ configuration: RunConfiguration, on data: PreparedData
  ) -> PredictionTable? {
    let savesAll = configuration.save.contains(.predictions)
    let parts = data.parts.filter { savesAll || $0.part != .train }
    guard !parts.isEmpty else { return nil }
    var trainer = trainer(
      with: network, configuration, rows: parts.map(\.data.rows).reduce(1, max))
    var answered: [PredictionTable.Part] = []
    for (name, part) in parts {
      let samples: Samples<S> = library.samples(name, part, for: configuration)
      let outputs = Self.outputs(of: part, &trainer) { $0.take(samples, rows: $1) }
      answered.append(
        PredictionTable.Part(
          name, sourceRows: part.sourceRows, targets: part.targets, outputs: outputs))
    }
    return PredictionTable(
      task: configuration.task, classes: data.columns?.classes ?? [],
      targetNames: data.columns?.targets ?? [], parts: answered)
  }

  /// What a trained network answers for each row of a part of a data set.
  ///
  /// - Parameter weights: the tensors of the run's `model.safetensors`.
  /// - Returns: `[rows × outputs]`, quantities in the units of the data; nil if the tensors are not such
  ///   as the configuration has.
  public func outputs(
    of configuration: RunConfiguration, weights: [Tensor], on part: DataSubset
  ) -> [Double]? {
    switch configuration.precision {
    case .float32: outputs(Float.self, configuration, weights, part, \.asFloat32)
    case .float64: outputs(Double.self, configuration, weights, part, \.asFloat64)
    }
  }

  /// Answers in one precision, whose numbers come out of tensors by `elements`.
  private func outputs<S: EngineScalar>(
    _: S.Type, _ configuration: RunConfiguration, _ weights: [Tensor], _ part: DataSubset,
    _ elements: (Tensor.Elements) -> [S]?
  ) -> [Double]? {
    guard
      let network = Network<S>(Architecture(configuration), tensors: weights, elements)
    else { return nil }
    let inputs = Matrix<S>(rows: part.rows, columns: part.inputCount, rounding: part.inputs)
    var trainer = trainer(with: network, configuration, rows: part.rows)
    return Self.outputs(of: part, &trainer) { $0.take(inputs, rows: $1) }
  }

  /// A trainer with a trained network in its only lane, to answer for so many rows.
  private func trainer<S: EngineScalar>(
    with network: Network<S>, _ configuration: RunConfiguration, rows: Int
  ) -> Trainer<S> {
    let updateRule = UpdateRule(configuration)
    var trainer = Trainer<S>(
      engine, network.architecture, updateRule.formula, rowCapacity: min(rows, Self.rowsAtOnce))
    trainer.begin(network, updateRule, inLane: 0)
    return trainer
  }

  /// The outputs `[rows × outputs]` of a trainer's only network for the rows of a part, which it is made
  /// to take; quantities are in the units of the data.
  private static func outputs<S: EngineScalar>(
    of part: DataSubset, _ trainer: inout Trainer<S>,
    take: (inout Trainer<S>, Range<Int>) -> Void
  ) -> [Double] {
    let (count, units) = (trainer.architecture.outputs, part.outputUnits)
    var outputs: [Double] = []
    outputs.reserveCapacity(part.rows * count)
    for start in stride(from: 0, to: part.rows, by: trainer.rowCapacity) {
      take(&trainer, start..<min(start + trainer.rowCapacity, part.rows))
      trainer.forward()
      trainer.withOutputs { answers in
        for index in answers.indices {
          let output = Double(answers[index])
          outputs.append(units.isEmpty ? output : units[index % count].quantity(of: output))
        }
      }
    }
    return outputs
  }
}
