internal import Engine
public import Experiments
internal import Vocabulary

/// What runs that are trained side by side have in common: everything but numbers.
public struct GroupKey: Hashable, Sendable {
  /// The data.
  private let data: DataSelection
  /// The shape of the network.
  private let architecture: Architecture
  /// How gradients move parameters.
  private let formula: UpdateRule.Formula
  /// What the targets mean.
  private let task: Task
  /// How many rows make one step.
  private let batchSize: RunConfiguration.BatchSize
  /// Whether each epoch takes the rows in a new order.
  private let shuffle: Bool
  /// The floating-point format.
  private let precision: Precision
  /// How much the rows of each class count.
  private let classWeights: ClassWeights?
  /// What is measured.
  private let metrics: [Metric]

  /// The kind of a run.
  public init(_ configuration: RunConfiguration) {
    data = configuration.dataSelection
    architecture = Architecture(configuration)
    formula = UpdateRule(configuration).formula
    task = configuration.task
    batchSize = configuration.batchSize
    shuffle = configuration.shuffle
    precision = configuration.precision
    classWeights = configuration.classWeights
    metrics = configuration.metrics
  }
}

extension UpdateRule {
  /// How a run's gradients move its parameters.
  init(_ configuration: RunConfiguration) {
    self.init(
      configuration.optimizer, l1: configuration.l1, l2: configuration.l2,
      clipNorm: configuration.clipNorm)
  }
}
