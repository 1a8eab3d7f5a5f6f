/// How much the rows of each class count in training.
public enum ClassWeighting: String, Keyword {
  /// All alike.
  case none
  /// So that all classes count alike.
  case balanced

  /// What the words are called.
  public static let kind = "class weight"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .none: "every row counts once"
    case .balanced: "rows / (classes · rows of the class), of the training rows"
    }
  }
}
