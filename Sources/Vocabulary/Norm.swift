/// How the weighted sums x of a layer are normalised before its activation.
///
/// Both have a learned scale and shift for each unit, at first 1 and 0. Formulas and default
/// settings are those of PyTorch (`torch.nn.BatchNorm1d`, `torch.nn.LayerNorm`).
public enum Norm: String, Keyword {
  /// Over the rows of a batch, unit by unit (Ioffe and Szegedy 2015).
  case batch
  /// Over the units of a layer, row by row (Ba, Kiros and Hinton 2016).
  case layer

  /// What the words are called.
  public static let kind = "norm"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .batch:
      "(x − mean) / √(variance + epsilon) over the batch; in evaluation, of running statistics"
    case .layer: "(x − mean) / √(variance + epsilon) over the units of each row"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .batch: ["batch_norm", "batch_normalization"]
    case .layer: ["layer_norm", "layer_normalization"]
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    let epsilon = Setting(
      "epsilon", .number(.positive), .value(.number(1e-5)), "keeps the divisor away from 0")
    switch self {
    case .batch:
      return [
        Setting(
          "momentum", .number(Interval(.excluded(0), .included(1))), .value(.number(0.1)),
          "the share of each batch in the running statistics"),
        epsilon,
      ]
    case .layer: return [epsilon]
    }
  }
}
