internal import Vocabulary

extension Field {
  /// What is declared of the field.
  ///
  /// - Complexity: O(1).
  public var declaration: Declaration {
    guard let declaration = Self.table[self] else { preconditionFailure("the table is whole") }
    return declaration
  }

  /// The table of fields, worked out once.
  private static let table = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.declared) })

  /// The table of fields, a case to a line of it.
  private var declared: Declaration {
    switch self {
    case .name:
      Declaration(
        .folderName, .derived("the file's name without its ending"), role: .batch,
        "the folder of the results, under runs/",
        details: "Letters, digits, `.`, `_` and `-`, not starting with `.`; at most 100 bytes.",
        example: .text("xor"))
    case .description:
      Declaration(
        .text, .absent, role: .batch, "a text that reports show",
        example: .text("how wide must the hidden layer be?"))
    case .seed:
      Declaration(
        .integer(0...Int.max), .value(.integer(0)),
        "the number that keys the run's random streams: weights and shuffles",
        details: "The clock is never used: the same spec and seed give the same bytes.",
        example: .integer(7))
    case .dataset:
      Declaration(
        .either(Self.sources), .required,
        "the data to learn: a built-in name, files, or the rows themselves",
        details: Self.dataDetails,
        example: .text("xor"))
    case .task:
      Declaration(
        .choice(of: Task.self, or: Self.auto("inferred from the targets")), .value(.text("auto")),
        "what the targets mean; decides loss, output and metrics where they are auto",
        details: """
          `auto`: one column of 0 and 1 and one output is binary; whole numbers 0 … K−1 in one \
          column and K outputs are multiclass; several columns of 0 and 1 are multiclass if each \
          row has exactly one 1, else multilabel; anything else is regression. `nn-run check` says \
          what was inferred, and why.
          """,
        example: .text("binary"))
    case .split:
      Declaration(
        .mapping(Self.splitMembers), .absent,
        "which rows are held back from training, for validation and for the test",
        details: Self.splitDetails,
        example: .mapping([
          SpecValue.Member("validation", .number(0.25))
        ]))
    case .normalize:
      Declaration(
        .either([.choice(of: Normalization.self), Self.divisor]), .off(.text("none")),
        "how the inputs are shifted and scaled",
        details: Self.normalizeDetails,
        otherNames: ["normalization", "scaling", "scaler", "standardize"],
        example: .text("standard"))
    case .normalizeTargets: Self.normalizeTargetsDeclaration
    case .classWeight: Self.classWeightDeclaration
    case .layers: Self.layersDeclaration
    case .activation: Self.activationDeclaration
    case .outputActivation:
      Declaration(
        .choice(of: OutputActivation.self, or: Self.auto("by task and loss")),
        .value(.text("auto")), "the function that follows the last layer",
        details: """
          `auto`: linear for regression, sigmoid for binary and multilabel, softmax for multiclass; \
          beside a loss that is written, the one that goes with it. softmax goes with \
          cross_entropy alone, binary_cross_entropy with sigmoid alone: both are computed from the \
          sums before the function, where no precision is lost. Every other loss takes any other \
          function.
          """,
        example: .text("sigmoid"))
    case .initialization: Self.initializationDeclaration
    case .biasInitialization:
      Declaration(
        .either([.choice(of: BiasInitialization.self), .number(.all)]), .value(.text("zeros")),
        "how the initial biases are set: a word, or one number for all", example: .text("zeros"))
    case .loss:
      Declaration(
        .choice(of: Loss.self, or: Self.auto("by task and output")), .value(.text("auto")),
        "what training makes small",
        details: """
          `auto`: mse for regression, binary_cross_entropy for binary and multilabel, \
          cross_entropy for multiclass; beside an output_activation that is written, the one that \
          goes with it, else mse.
          """,
        otherNames: ["loss_function", "criterion"],
        example: .text("mse"))
    case .optimizer:
      Declaration(
        .choice(of: Optimizer.self), .value(.text("sgd")), "how gradients change the weights",
        details: "Formulas and defaults are PyTorch's; what is remembered begins at 0.",
        example: .mapping([
          SpecValue.Member("name", .text("sgd")), SpecValue.Member("momentum", .number(0.9)),
        ]))
    case .learningRate:
      Declaration(
        .number(.positive), .required, "the size of a step along the gradient",
        otherNames: ["lr", "eta", "step_size", "learning_rate_init"],
        example: .number(0.5))
    case .schedule: Self.scheduleDeclaration
    case .epochs:
      Declaration(
        .integer(0...1_000_000_000), .required, "how often training goes through the data",
        details: "0 evaluates the initial network.",
        otherNames: ["num_epochs", "n_epochs", "max_epochs"], example: .integer(5000))
    case .stopAt: Self.stopAtDeclaration
    case .batchSize:
      Declaration(
        .either([
          .integer(1...Int.max), .constant(Shape.Entry("full", "all rows at once")),
        ]), .derived("min(32, training rows)"), "how many rows make one step",
        details: """
          A size of at least the training rows is `full`. The last batch of an epoch is shorter where the \
          size does not divide the rows.
          """,
        otherNames: ["batch", "minibatch", "minibatch_size"],
        example: .text("full"))
    case .shuffle:
      Declaration(
        .boolean, .value(.boolean(true)), "whether each epoch takes the rows in a new order",
        details: "Means nothing for a full batch.", example: .boolean(true))
    case .l1: Self.l1Declaration
    case .l2: Self.l2Declaration
    case .dropout: Self.dropoutDeclaration
    case .clipNorm: Self.clipNormDeclaration
    case .earlyStopping: Self.earlyStoppingDeclaration
    case .precision:
      Declaration(
        .choice(of: Precision.self), .value(.text("float32")),
        "the floating-point format of training", example: .text("float32"))
    case .metrics:
      Declaration(
        .list(of: .choice(of: Metric.self), count: 0...Int.max),
        .derived("accuracy for classification, rmse for regression"),
        "the scores that are measured beside the loss", example: .list([.text("accuracy")]))
    case .logEvery:
      Declaration(
        .either([
          .integer(1...1_000_000_000),
          .constant(Self.auto("every epoch up to 1000, else every ⌈epochs / 1000⌉")),
        ]), .value(.text("auto")), "how many epochs lie between two rows of the loss curve",
        details: "Epoch 0, the last and the best epoch always have a row.", example: .integer(10))
    case .save:
      Declaration(
        .list(of: .choice(of: SavedFile.self), count: 0...Int.max),
        .value(.list([.text("model")])), "the files that each run leaves beside its scores",
        example: .list([.text("model")]))
    case .onDivergence:
      Declaration(
        .choice(of: DivergenceHandling.self), .value(.text("fail")), role: .batch,
        "what a loss that is no finite number does to the exit code",
        details: "The run stops at that epoch and saves no model.", example: .text("record"))
    case .sweep:
      Declaration(
        .mapping(Self.sweepMembers), .absent, role: .batch, "many runs from one spec",
        details: """
          Every combination of the values in `parameters` is one configuration, the last key \
          changing fastest, and each is trained once for each of `seeds`; `zip` moves keys together, \
          `exclude` leaves combinations out, `include` adds configurations, and \(SweepMethod.sampling) draws. A key may be a word's \
          option: `optimizer.momentum`.
          """,
        example: .mapping([
          SpecValue.Member(
            "parameters",
            .mapping([SpecValue.Member("learning_rate", .list([.number(0.1), .number(1)]))]))
        ]))
    case .expect: Self.expectDeclaration
    }
  }

  /// The word `auto`, with what it means.
  static func auto(_ summary: String) -> Shape.Entry { Shape.Entry("auto", summary) }
}
