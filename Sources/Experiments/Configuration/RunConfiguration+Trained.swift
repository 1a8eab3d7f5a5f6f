internal import Vocabulary

extension RunConfiguration {
  /// What a run's own spec says of the network that was trained, without the data.
  ///
  /// Everything that makes the network is as it was; what depends on the data alone, such as how many
  /// rows each part has, is made up.
  ///
  /// - Parameters:
  ///   - spec: the settings of a run's own spec.
  ///   - columns: what the columns of its data stood for; nil where no file said so.
  /// - Returns: nil where it is not the spec of a run.
  public init?(ofTrained spec: FieldValues, columns: DataColumns?) {
    var settings = spec
    // Where training began and which rows it saw say nothing of where it came to.
    for field in [Field.initialization, .split, .schedule, .earlyStopping, .classWeight] {
      settings[field] = nil
    }
    let layers = settings.value(of: .layers)?.elements ?? []
    guard let inputs = layers.first?.asInteger, let outputs = layers.last?.asInteger,
      settings[.dataset].flatMap(DatasetSource.init) != nil,
      let task = settings.choice(.task, of: Task.self)?.word,
      settings.number(.learningRate) != nil, settings.integer(.epochs) != nil
    else { return nil }
    let facts = DataFacts(
      rows: Int(Int32.max), inputs: inputs, targets: Self.targets(of: task, outputs: outputs),
      columns: columns)
    do throws(Problems) {
      try self.init(resolving: settings, facts: facts)
    } catch {
      return nil
    }
  }

  /// Targets such as a task with so many outputs has.
  private static func targets(of task: Task, outputs: Int) -> DataFacts.Targets {
    switch task {
    case .regression:
      DataFacts.Targets(Array(repeating: 0.5, count: outputs), columns: outputs)
    case .binary: DataFacts.Targets([0, 1], columns: 1)
    case .multiclass: DataFacts.Targets([0, Double(outputs - 1)], columns: 1)
    case .multilabel:
      DataFacts.Targets(
        Array(repeating: 0, count: outputs) + Array(repeating: 1, count: outputs),
        columns: outputs)
    }
  }
}
