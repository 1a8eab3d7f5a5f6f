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
        .either([.choice(of: BuiltInDataset.self), Self.inlineData]), .required,
        "the data to learn: a built-in name, or the rows themselves",
        details: """
          Rows may stand in the spec: `{inputs: [[0, 0], [0, 1]], targets: [0, 1]}`. A target is a \
          number, or a list of numbers where there are several outputs.
          """,
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
    case .layers:
      Declaration(
        .list(
          of: .either([
            .integer(1...1_000_000),
            .constant(Self.auto("taken from the data; for the first and the last")),
          ]), count: 2...1_000), .required,
        "the size of each layer, from the inputs to the outputs",
        details: """
          `[2, 4, 1]` has two inputs, one hidden layer of four units, and one output. There need not \
          be a hidden layer.
          """,
        otherNames: ["hidden_layers", "units", "layer_sizes", "hidden_layer_sizes"],
        example: .list([.integer(2), .integer(4), .integer(1)]))
    case .activation:
      Declaration(
        .choice(of: Activation.self), .derived("no function; hidden layers need one"),
        "the function that follows each hidden layer", example: .text("sigmoid"))
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
    case .initialization:
      Declaration(
        .choice(of: Initialization.self, or: Self.auto("by activation")),
        .value(.text("auto")), "how the initial weights are drawn",
        details: """
          `auto`: he_uniform for relu, leaky_relu, elu, gelu and silu, lecun_normal for selu, else \
          glorot_uniform.
          """,
        example: .text("glorot_uniform"))
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
        example: .mapping([
          SpecValue.Member("name", .text("sgd")), SpecValue.Member("momentum", .number(0.9)),
        ]))
    case .learningRate:
      Declaration(
        .number(.positive), .required, "the size of a step along the gradient",
        otherNames: ["lr", "eta", "step_size", "learning_rate_init"],
        example: .number(0.5))
    case .epochs:
      Declaration(
        .integer(0...1_000_000_000), .required, "how often training goes through the data",
        details: "0 evaluates the initial network.",
        otherNames: ["num_epochs", "n_epochs", "max_epochs"], example: .integer(5000))
    case .batchSize:
      Declaration(
        .either([
          .integer(1...Int.max), .constant(Shape.Entry("full", "all rows at once")),
        ]), .derived("min(32, rows)"), "how many rows make one step",
        details: """
          A size of at least the rows is `full`. The last batch of an epoch is shorter where the \
          size does not divide the rows.
          """,
        otherNames: ["batch", "minibatch", "minibatch_size"],
        example: .text("full"))
    case .shuffle:
      Declaration(
        .boolean, .value(.boolean(true)), "whether each epoch takes the rows in a new order",
        details: "Means nothing for a full batch.", example: .boolean(true))
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
        .value(.list([.text("model")])), "the files of weights that each run leaves",
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
          changing fastest, and each is trained once for each of `seeds`. A key may be a word's \
          option: `optimizer.momentum`.
          """,
        example: .mapping([
          SpecValue.Member(
            "parameters",
            .mapping([SpecValue.Member("learning_rate", .list([.number(0.1), .number(1)]))]))
        ]))
    }
  }

  /// The word `auto`, with what it means.
  private static func auto(_ summary: String) -> Shape.Entry { Shape.Entry("auto", summary) }
}
