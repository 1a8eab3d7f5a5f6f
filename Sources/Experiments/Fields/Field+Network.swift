internal import Vocabulary

// What is declared of the keys that make the network.
extension Field {
  /// The declaration of `layers`.
  static let layersDeclaration = Declaration(
    .list(
      of: .either([
        .integer(Self.layerSizes),
        .constant(Self.auto("taken from the data; for the first and the last")),
        Self.hiddenLayer,
      ]), count: 2...1_000), .required,
    "the layers, from the inputs to the outputs: the size of each",
    details: """
      `[2, 4, 1]` has two inputs, one hidden layer of four units, and one output. There need not \
      be a hidden layer. A hidden layer that differs from the others is a mapping: \
      `[64, {units: 32, activation: relu, dropout: 0.2, norm: batch}, 10]`. A norm is `batch`, \
      over the rows of a batch (momentum 0.1: the share of each batch in the running statistics \
      that evaluation uses; epsilon 1e-5), or `layer`, over the units of a row (epsilon 1e-5), \
      also as `{name: batch, momentum: 0.05}`; it has a learned scale and shift for each unit.
      """,
    otherNames: ["hidden_layers", "units", "layer_sizes", "hidden_layer_sizes"],
    example: .list([.integer(2), .integer(4), .integer(1)]))

  /// The declaration of `activation`.
  static let activationDeclaration = Declaration(
    .choice(of: Activation.self), .derived("no function; hidden layers need one"),
    "the function that follows each hidden layer",
    details: "For the hidden layers that have none of their own in `layers`.",
    example: .text("sigmoid"))

  /// The declaration of `init`.
  static let initializationDeclaration = Declaration(
    .either([
      .choice(of: Initialization.self, or: Self.auto("by activation")), Self.weightsFile,
    ]),
    .value(.text("auto")), "how the initial weights are drawn, or a file that has them",
    details: """
      `auto`: he_uniform for relu, leaky_relu, elu, gelu and silu, lecun_normal for selu, else \
      glorot_uniform; each hidden layer goes by its own activation, the last layer by that of \
      the hidden layer before it. `{file: weights.safetensors}` begins from the weights and \
      biases of a file, whose tensors are named and shaped as in the files that runs leave.
      """,
    example: .text("glorot_uniform"))
}
