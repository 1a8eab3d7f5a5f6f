public import Vocabulary

// The values of fields that are mappings of their own.
extension Field {
  /// Rows of numbers that stand in the spec.
  static let inlineData = Shape.mapping([
    Setting(
      "inputs", .list(of: .list(of: .number(.all), count: 1...100_000), count: 1...100_000),
      .required, "one list of numbers for each row"),
    Setting(
      "targets",
      .list(
        of: .either([.number(.all), .list(of: .number(.all), count: 1...100_000)]),
        count: 1...100_000),
      .required, "one number, or one list of numbers, for each row"),
  ])

  /// A hidden layer with settings of its own.
  static let hiddenLayer = Shape.mapping([
    Setting("units", .integer(layerSizes), .required, "how many units the layer has"),
    Setting(
      "activation", .choice(of: Activation.self), .derived("the spec's `activation`"),
      "the function that follows the layer"),
    Setting(
      "dropout", .number(.belowOne), .derived("the spec's `dropout`"),
      "the share of the layer's units that each step of training leaves out"),
    Setting(
      "norm", .choice(of: Norm.self), .absent,
      "how the weighted sums are normalised before the activation"),
  ])

  /// How many units a layer may have.
  static let layerSizes = 1...1_000_000

  /// A file of initial weights.
  static let weightsFile = Shape.mapping([
    Setting("file", .text, .required, "a safetensors file, as seen from the spec's folder"),
    Setting(
      "digest", .text, .derived("not looked at"),
      "16 letters that the file's bytes must have: what a run's own spec says of it"),
  ])

  /// The keys of `early_stopping`.
  static let stoppingRule = Shape.mapping([
    Setting("monitor", .text, .value(.text("val_loss")), "the score that is looked at each epoch"),
    Setting(
      "mode", .choice(of: Goal.self, or: Shape.Entry("auto", "the score's own")),
      .value(.text("auto")), "which way the score is better"),
    Setting(
      "patience", .integer(1...1_000_000_000), .value(.integer(20)),
      "how many epochs without an improvement end the training"),
    Setting(
      "min_delta", .number(.nonNegative), .value(.number(0)), "an improvement is larger than this"),
    Setting(
      "restore_best", .boolean, .value(.boolean(true)),
      "whether the run keeps the weights of the best epoch, rather than the last"),
  ])

  /// The keys of `halving`.
  static let halvingMembers = [
    Setting(
      "min", .integer(1...1_000_000_000), .required,
      "after how many epochs configurations are compared for the first time"),
    Setting(
      "factor", .integer(2...1_000_000_000), .value(.integer(Halving.standardFactor)),
      "one configuration of so many goes on, to so many times the epochs"),
  ]

  /// The groups of keys of `sweep.zip`; there may be none, as there may be no exclusion.
  public static let sweepGroups = Shape.list(of: .axes, count: 0...Int.max)

  /// The keys of `sweep`.
  static let sweepMembers = [
    Setting(
      "parameters", .axes, .absent,
      "for each key a list of values, `{linear: [from, to], count: n}` or `{log: [from, to], count: n}`; "
        + "with \(SweepMethod.sampling) a list, `{uniform: [from, to]}`, `{log_uniform: [from, to]}`, "
        + "`{int_uniform: [from, to]}` or `{choice: [...]}`"
    ),
    Setting(
      "zip", sweepGroups, .absent,
      "keys that move together: a list of mappings such as `{batch_size: [16, 64], epochs: [400, 100]}`"
    ),
    Setting(
      "exclude", .configurations, .absent,
      "combinations of values that are left out: a list of mappings such as `{learning_rate: 1}`"),
    Setting(
      "include", .configurations, .absent,
      "configurations beside the combinations: a list of mappings such as `{learning_rate: 5}`"),
    Setting(
      "method", .choice(of: SweepMethod.self), .value(.text(SweepMethod.grid.name)),
      "how the values of the keys are brought together"),
    Setting(
      "samples", .integer(1...1_000_000_000), .derived("required by \(SweepMethod.sampling)"),
      "how many configurations \(SweepMethod.sampling) draws"),
    Setting(
      "seeds", .integer(1...1_000_000), .value(.integer(1)),
      "how many seeds each configuration is trained with: seed, seed + 1, …"),
    Setting(
      "rank_by",
      .mapping([
        Setting("metric", .text, .required, "a score, such as train_loss"),
        Setting(
          "goal", .choice(of: Goal.self), .derived("the score's own"), "which way is better"),
      ]), .derived("{metric: train_loss}"), "what the runs are ranked by"),
    Setting(
      "halving", .mapping(halvingMembers), .absent,
      "successive halving: all configurations are trained for `min` epochs, and only the best of them "
        + "further, in several rungs"),
    Setting(
      "max_runs", .integer(1...Int.max), .value(.integer(10_000)),
      "a larger plan is refused"),
  ]
}
