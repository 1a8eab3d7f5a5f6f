public import Vocabulary

/// Everything that decides the bytes of one run, with every default and every `auto` resolved.
///
/// Made by `RunConfiguration.init(resolving:facts:)`, so that holding one means that its values
/// fit each other and the data.
public struct RunConfiguration: Hashable, Sendable {
  /// How many rows make one step.
  public enum BatchSize: Hashable, Sendable {
    /// All rows.
    case full
    /// So many rows, fewer than there are.
    case rows(Int)
  }

  /// The number that keys the random streams.
  public internal(set) var seed: Int
  /// The data.
  public let dataset: DatasetSource
  /// The canonical value of the field `dataset`.
  let datasetText: String
  /// What the targets mean.
  public let task: Task
  /// The size of each layer, from the inputs to the outputs.
  public let layers: [Int]
  /// The function after each hidden layer; nil where there is none.
  public let activation: Choice<Activation>?
  /// The function after the last layer.
  public let outputActivation: Choice<OutputActivation>
  /// How weights are drawn.
  public let initialization: Initialization
  /// How biases are set.
  public let biasInitialization: BiasSource
  /// What training makes small.
  public let loss: Loss
  /// How gradients change the weights.
  public let optimizer: Choice<Optimizer>
  /// The size of a step.
  public let learningRate: Double
  /// How often training goes through the data.
  public let epochs: Int
  /// How many rows make one step.
  public let batchSize: BatchSize
  /// Whether each epoch takes the rows in a new order; false for a full batch.
  public let shuffle: Bool
  /// The floating-point format.
  public let precision: Precision
  /// The scores measured beside the loss, in the order written.
  public let metrics: [Metric]
  /// How many epochs lie between two rows of the loss curve.
  public let logEvery: Int
  /// The files of weights that the run leaves, in the order of the documentation.
  public let save: [SavedFile]

  /// How many weights and biases the network has.
  public var parameterCount: Int {
    zip(layers, layers.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// What the runs of this configuration are scored by, in the order of columns.
  public var scores: [Score] {
    [Score(.train, .loss)] + metrics.map { Score(.train, .metric($0)) }
  }

  /// Whether an epoch has a row in the loss curve, whatever its losses are.
  public func isLogged(epoch: Int) -> Bool { epoch % logEvery == 0 || epoch == epochs }
}
