public import Vocabulary

/// A key of a spec, in the order of the documentation and of canonical files.
///
/// What a key means is declared once, in `Field+Declaration.swift`; the reader, suggestions,
/// `nn-run explain` and `docs/Spec.md` are made from it. To add a key, add a case here and follow
/// the compiler.
public enum Field: String, CaseIterable, Sendable {
  /// The folder of the results.
  case name
  /// The text that reports show.
  case description
  /// What keys the random streams.
  case seed
  /// The data.
  case dataset
  /// What the targets mean.
  case task
  /// Which rows are held back.
  case split
  /// How inputs are scaled.
  case normalize
  /// How targets are scaled.
  case normalizeTargets = "normalize_targets"
  /// How much rows count.
  case classWeight = "class_weight"
  /// The layers.
  case layers
  /// The function after each hidden layer.
  case activation
  /// The function after the last layer.
  case outputActivation = "output_activation"
  /// How weights are drawn.
  case initialization = "init"
  /// How biases are set.
  case biasInitialization = "bias_init"
  /// What training makes small.
  case loss
  /// How gradients change weights.
  case optimizer
  /// The size of a step.
  case learningRate = "learning_rate"
  /// How the size of a step changes.
  case schedule
  /// How often training goes through the data.
  case epochs
  /// The epoch to end at, where that is not the last.
  case stopAt = "stop_at"
  /// How many rows make a step.
  case batchSize = "batch_size"
  /// Whether epochs differ in the order of rows.
  case shuffle
  /// The penalty on the sum of the weights' sizes.
  case l1
  /// The penalty on the sum of their squares.
  case l2
  /// The share of hidden units that a step leaves out.
  case dropout
  /// The largest norm that a gradient keeps.
  case clipNorm = "clip_norm"
  /// When training ends before its last epoch.
  case earlyStopping = "early_stopping"
  /// The floating-point format.
  case precision
  /// The scores beside the loss.
  case metrics
  /// How many epochs lie between two rows of the curve.
  case logEvery = "log_every"
  /// The files to leave.
  case save
  /// What a diverged run does to the exit code.
  case onDivergence = "on_divergence"
  /// How one spec makes many runs.
  case sweep
  /// What must hold of their results.
  case expect

  /// The key as a spec writes it.
  public var key: String { rawValue }

  /// What a key's value has a say in.
  public enum Role: Sendable {
    /// The batch as a whole; never part of a run's id.
    case batch
    /// The bytes that a run leaves; part of its id.
    case run
  }

  /// Everything that is declared of a key.
  public struct Declaration: Sendable {
    /// What may be written.
    public let shape: Shape
    /// What holds where nothing is written.
    public let standard: Standard
    /// What the value has a say in.
    public let role: Role
    /// One line for the documentation.
    public let summary: String
    /// More lines for the documentation; empty where the summary says it all.
    public let details: String
    /// What other tools call the key: never read, but understood as meant.
    public let otherNames: [String]
    /// A value to show, valid with the other fields' examples.
    public let example: SpecValue

    /// Declares a key.
    init(
      _ shape: Shape, _ standard: Standard, role: Role = .run, _ summary: String,
      details: String = "", otherNames: [String] = [], example: SpecValue
    ) {
      self.shape = shape
      self.standard = standard
      self.role = role
      self.summary = summary
      self.details = details
      self.otherNames = otherNames
      self.example = example
    }
  }
}
