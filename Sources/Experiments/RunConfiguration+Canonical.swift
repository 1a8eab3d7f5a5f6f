public import Vocabulary

extension RunConfiguration {
  /// The canonical value of a field: nil where it is absent, decides nothing, or is the batch's.
  public func value(of field: Field) -> SpecValue? {
    switch field {
    case .name, .description, .onDivergence, .sweep: nil
    case .seed: .integer(seed)
    case .dataset: dataset.specValue
    case .task: .text(task.name)
    case .layers: .list(layers.map(SpecValue.integer))
    case .activation: activation?.specValue
    case .outputActivation: outputActivation.specValue
    case .initialization: .text(initialization.name)
    case .biasInitialization: biasInitialization.specValue
    case .loss: .text(loss.name)
    case .optimizer: optimizer.specValue
    case .learningRate: .number(learningRate)
    case .epochs: .integer(epochs)
    case .batchSize:
      switch batchSize {
      case .full: .text("full")
      case .rows(let rows): .integer(rows)
      }
    case .shuffle: batchSize == .full ? nil : .boolean(shuffle)
    case .precision: .text(precision.name)
    case .metrics: .list(metrics.map { .text($0.name) })
    case .logEvery: .integer(logEvery)
    case .save: .list(save.map { .text($0.name) })
    }
  }

  /// The run's own spec: every field in the order of the table, one to a line.
  ///
  /// Its bytes are what the run's id is made of, and nn-run can read and run it.
  public var canonicalSpec: String {
    var text = ""
    for field in Field.allCases {
      let value = field == .dataset ? datasetText : value(of: field)?.text
      if let value { text += "\(field.key): \(value)\n" }
    }
    return text
  }
}
