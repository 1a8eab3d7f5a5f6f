/// A file that a run may leave behind beside its scores.
public enum SavedFile: String, Keyword {
  /// The weights that the scores of the summary are of.
  case model
  /// The weights before training.
  case initial
  /// The weights of the best epoch.
  case best
  /// What the network answers for every row.
  case predictions

  /// What the words are called.
  public static let kind = "file to save"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .model: "the weights that the summary's scores are of: model.safetensors"
    case .initial: "the weights before training: initial.safetensors"
    case .best: "the weights of the best epoch: best.safetensors"
    case .predictions: "what those of the model answer for every row: predictions.csv"
    }
  }
}
