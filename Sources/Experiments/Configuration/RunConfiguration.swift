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
  /// How many rows each part of the data has.
  public internal(set) var rows: RowCounts
  /// What the targets mean.
  public let task: Task
  /// How the rows are dealt out; nil where all are for training.
  public let split: Split?
  /// How the inputs are shifted and scaled; nil where they stay as they are.
  public let normalization: InputNormalization?
  /// Whether targets are shifted and scaled, to mean 0 and standard deviation 1.
  public let normalizesTargets: Bool
  /// How much the rows of each class count; nil where all count alike.
  public let classWeights: ClassWeights?
  /// How many inputs a row has.
  public let inputs: Int
  /// The layers between inputs and outputs, if any.
  public let hidden: [HiddenLayer]
  /// How many outputs there are.
  public let outputs: Int
  /// The function after the last layer.
  public let outputActivation: Choice<OutputActivation>
  /// Where initial weights come from.
  public let initialization: InitializationSource
  /// How biases are set; means nothing where the weights are in a file.
  public let biasInitialization: BiasSource
  /// What training makes small.
  public let loss: Choice<Loss>
  /// How gradients change the weights.
  public internal(set) var optimizer: Choice<Optimizer>
  /// The size of a step as `learning_rate` gives it; for `one_cycle` the peak. The rate of each
  /// step is `LearningRateSchedule`'s.
  public internal(set) var learningRate: Double
  /// How the size of a step changes; every setting has its value.
  public let schedule: Choice<Schedule>
  /// The score that `reduce_on_plateau` looks at; nil for other schedules.
  public let plateauMonitor: Score?
  /// How often training goes through the data, and what schedules count towards.
  public internal(set) var epochs: Int
  /// The epoch that training ends at; at most `epochs`.
  public internal(set) var stopAt: Int
  /// How many rows make one step.
  public let batchSize: BatchSize
  /// Whether each epoch takes the rows in a new order; false for a full batch.
  public let shuffle: Bool
  /// The factor of Σ|w| over weights.
  public internal(set) var l1: Double
  /// The factor of Σw² over weights.
  public internal(set) var l2: Double
  /// The largest norm that a step's gradient keeps; nil where it keeps any.
  public internal(set) var clipNorm: Double?
  /// When training ends before `stopAt`; nil where it does not.
  public let earlyStopping: EarlyStopping?
  /// The floating-point format.
  public let precision: Precision
  /// The scores measured beside the loss, in the order written.
  public let metrics: [Metric]
  /// How many epochs lie between two rows of the loss curve.
  public internal(set) var logEvery: Int
  /// The files that the run leaves beside its scores, in the order of the documentation.
  public let save: [SavedFile]

  /// The size of each layer, from the inputs to the outputs.
  public var layers: [Int] { [inputs] + hidden.map(\.units) + [outputs] }

  /// The function after the first hidden layer; nil where there is none.
  public var activation: Choice<Activation>? { hidden.first?.activation }

  /// How many numbers training changes: weights and biases, and the scales and shifts of norms.
  public var parameterCount: Int {
    let sizes = layers
    return zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
      + hidden.reduce(0) { $0 + ($1.norm == nil ? 0 : 2 * $1.units) }
  }

  /// The same run as far as an epoch, as `stop_at` makes it.
  ///
  /// - Precondition: the epoch is from 1 up to `stopAt`.
  public func stopped(at epoch: Int) -> RunConfiguration {
    precondition(1 <= epoch && epoch <= stopAt)
    var run = self
    run.stopAt = epoch
    run.logEvery = min(logEvery, epoch)
    return run
  }

  /// Whether an epoch has a row in the loss curve, whatever its losses are.
  public func isLogged(epoch: Int) -> Bool { epoch % logEvery == 0 || epoch == stopAt }
}
