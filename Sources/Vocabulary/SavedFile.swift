/// A file of weights that a run may leave behind.
public enum SavedFile: String, Word {
  /// The weights that the scores of the summary are of.
  case model
  /// The weights before training.
  case initial

  /// What the words are called.
  public static let kind = "file to save"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .model: "the weights that the summary's scores are of: model.safetensors"
    case .initial: "the weights before training: initial.safetensors"
    }
  }
}
