internal import Vocabulary

extension RunConfiguration {
  /// The problems that keep settings from being a configuration.
  public struct Problems: Error, Hashable, Sendable {
    /// What is wrong; never empty.
    public let problems: [ConfigurationProblem]
  }

  /// Resolves every default and `auto` against the data, and checks that all values fit.
  ///
  /// - Parameter weights: what is known of the file that `init` names, if it names one.
  /// - Precondition: every value is of its field's shape, the required fields are given, and no rows
  ///   are held back in files of their own.
  /// - Throws: all the problems that there are, not just the first.
  public init(
    resolving settings: FieldValues, facts: DataFacts,
    weights: WeightsFacts.Lookup = WeightsFacts.noFiles
  ) throws(Problems) {
    try self.init(
      resolving: settings, dataset: PlannedDataset(of: settings, facts: facts), weights: weights)
  }

  /// Resolves settings against a data set, which is theirs.
  init(
    resolving settings: FieldValues, dataset: PlannedDataset, weights: WeightsFacts.Lookup
  ) throws(Problems) {
    guard let layers = settings.value(of: .layers)?.elements,
      let learningRate = settings.number(.learningRate),
      let epochs = settings.integer(.epochs)
    else { preconditionFailure("a required field is missing or not of its shape") }
    var checks = Checks(settings: settings, facts: dataset.facts)

    let task = checks.task(layers: layers)
    let (split, rows) = checks.split(task: task, dataset)
    let normalization = checks.normalization()
    let batchSize = Self.batchSize(settings.value(of: .batchSize), rows: rows.train)
    let network = checks.network(layers: layers, task: task)
    checks.batchNorms(of: network.hidden, batchSize: batchSize, rows: rows.train)
    let initialization = checks.initialization(of: network, weights: weights)
    let (loss, output) = checks.objective(task: task)
    checks.heldTargets(dataset, loss: loss.word, task: task)
    let normalizesTargets = checks.normalizesTargets(task: task, loss: loss.word)
    let classWeights = checks.classWeights(task: task, outputs: network.outputs)
    let optimizer = checks.optimizer()
    let metrics = checks.metrics(task: task)
    let scores = Score.monitorable(metrics: metrics.filter(\.isOfOutputs), rows: rows)
    let schedule = checks.schedule(learningRate: learningRate, epochs: epochs, scores: scores)
    let stopAt = checks.stopAt(epochs: epochs)
    let earlyStopping = checks.earlyStopping(scores: scores)
    let save = checks.uniqueWords(.save, of: SavedFile.self)
    checks.float32Range(of: network.hidden, learningRate, optimizer, schedule.choice, loss)
    checks.float32Range(of: classWeights)
    if !checks.problems.isEmpty { throw Problems(problems: checks.problems) }

    self.seed = settings.seed
    self.dataset = dataset.source
    self.datasetText = dataset.text
    self.rows = rows
    self.task = task
    self.split = split
    self.normalization = normalization
    self.normalizesTargets = normalizesTargets
    self.classWeights = classWeights
    self.inputs = network.inputs
    self.hidden = network.hidden
    self.outputs = network.outputs
    self.outputActivation = output
    self.initialization = initialization
    self.biasInitialization = checks.biasInitialization(beside: initialization)
    self.loss = loss
    self.optimizer = optimizer
    self.learningRate = schedule.learningRate
    self.schedule = schedule.choice
    self.plateauMonitor = schedule.monitor
    self.epochs = epochs
    self.stopAt = stopAt
    self.batchSize = batchSize
    self.shuffle = batchSize != .full && settings.isOn(.shuffle)
    self.l1 = settings.number(.l1) ?? 0
    self.l2 = settings.number(.l2) ?? 0
    self.clipNorm = settings.number(.clipNorm)
    self.earlyStopping = earlyStopping
    self.precision = settings.choice(.precision, of: Precision.self)?.word ?? .float32
    self.metrics = metrics
    // Beyond the last epoch every interval gives the same rows.
    self.logEvery = min(
      settings.integer(.logEvery) ?? max(1, (epochs + 999) / 1000), max(1, stopAt))
    self.save = SavedFile.allCases.filter(save.contains)
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
