public import Vocabulary

/// Where initial weights come from.
public enum InitializationSource: Hashable, Sendable {
  /// They are drawn, as one word for each dense layer says; biases are as `bias_init` says.
  case drawn([Initialization])
  /// They are in a file of weights, biases included: its path as the spec writes it, and the digest
  /// of its bytes.
  case file(path: String, digest: String)

  /// The canonical form: the word of all layers, `auto` where each layer has the word of its
  /// activation, or the path beside the digest.
  public var specValue: SpecValue {
    switch self {
    case .drawn(let words):
      Set(words).count == 1 ? .text(words[0].name) : .text("auto")
    case .file(let path, let digest):
      .mapping([
        SpecValue.Member("file", .text(path)), SpecValue.Member("digest", .text(digest)),
      ])
    }
  }
}

extension Initialization {
  /// What `auto` means for the dense layers of a network: each hidden layer goes by its own
  /// activation, the last layer by that of the hidden layer before it.
  static func suiting(_ hidden: [HiddenLayer]) -> [Initialization] {
    let words = hidden.map { suiting($0.activation.word) }
    return words + [words.last ?? .glorotUniform]
  }

  /// The word that suits an activation.
  private static func suiting(_ activation: Activation) -> Initialization {
    switch activation {
    case .relu, .leakyRelu, .elu, .gelu, .silu: .heUniform
    case .selu: .lecunNormal
    case .sigmoid, .tanh, .softplus, .softsign, .hardSigmoid, .linear: .glorotUniform
    }
  }
}
