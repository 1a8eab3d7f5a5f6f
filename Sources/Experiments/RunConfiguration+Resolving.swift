internal import Vocabulary

extension RunConfiguration {
  /// The problems that keep settings from being a configuration.
  public struct Problems: Error, Hashable, Sendable {
    /// What is wrong; never empty.
    public let problems: [ConfigurationProblem]
  }

  /// Resolves every default and `auto` against the data, and checks that all values fit.
  ///
  /// - Precondition: every value is of its field's shape, and the required fields are given.
  /// - Throws: all the problems that there are, not just the first.
  public init(resolving settings: Settings, facts: DataFacts) throws(Problems) {
    try self.init(resolving: settings, dataset: PlannedDataset(of: settings) { _ in facts })
  }

  /// Resolves settings against a data set, which is theirs.
  init(resolving settings: Settings, dataset: PlannedDataset) throws(Problems) {
    guard let layers = settings.value(of: .layers)?.elements,
      let learningRate = settings.number(.learningRate),
      let epochs = settings.integer(.epochs)
    else { preconditionFailure("a required field is missing or not of its shape") }
    var checks = Checks(settings: settings, facts: dataset.facts)

    let task = checks.task(layers: layers)
    let sizes = checks.layerSizes(layers, task: task)
    let activation = checks.activation(layers: layers)
    let (loss, output) = checks.objective(task: task)
    let optimizer = checks.optimizer()
    let metrics = checks.metrics(task: task)
    let save = checks.uniqueWords(.save, of: SavedFile.self)
    checks.stepSizes(optimizer: optimizer, learningRate: learningRate)
    if !checks.problems.isEmpty { throw Problems(problems: checks.problems) }

    self.seed = settings.integer(.seed) ?? 0
    self.dataset = dataset.source
    self.datasetText = dataset.text
    self.task = task
    self.layers = sizes
    self.activation = activation
    self.outputActivation = output
    self.initialization =
      settings.choice(.initialization, of: Initialization.self)?.word
      ?? Self.initialization(for: activation?.word)
    self.biasInitialization =
      settings.value(of: .biasInitialization).flatMap(BiasSource.init) ?? .word(.zeros)
    self.loss = loss
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.epochs = epochs
    self.batchSize = Self.batchSize(settings.value(of: .batchSize), rows: dataset.facts.rows)
    self.shuffle = batchSize != .full && settings.isOn(.shuffle)
    self.precision = settings.choice(.precision, of: Precision.self)?.word ?? .float32
    self.metrics = metrics
    // Beyond the last epoch every interval gives the same rows.
    self.logEvery = min(
      settings.integer(.logEvery) ?? max(1, (epochs + 999) / 1000), max(1, epochs))
    self.save = SavedFile.allCases.filter(save.contains)
  }

  /// The initialisation that suits an activation.
  private static func initialization(for activation: Activation?) -> Initialization {
    switch activation {
    case .relu, .leakyRelu, .elu, .gelu, .silu: .heUniform
    case .selu: .lecunNormal
    case .sigmoid, .tanh, .softplus, .softsign, .hardSigmoid, .linear, nil: .glorotUniform
    }
  }

  /// The batch size for so many rows: what is written, or 32, where there are more rows than that.
  private static func batchSize(_ written: SpecValue?, rows: Int) -> BatchSize {
    switch written {
    case .integer(let size)?: size < rows ? .rows(size) : .full
    case nil: rows > 32 ? .rows(32) : .full
    case .text, .number, .boolean, .list, .mapping: .full
    }
  }
}
