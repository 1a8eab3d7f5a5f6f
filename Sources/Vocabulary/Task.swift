/// What the targets mean; decides the loss, the output and the metrics where they are `auto`.
public enum Task: String, Keyword {
  /// Targets are quantities.
  case regression
  /// Each row is of one class or the other.
  case binary
  /// Each row is of one of several classes.
  case multiclass
  /// Each row has any of several labels.
  case multilabel

  /// What the words are called.
  public static let kind = "task"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .regression: "targets are quantities: mse and a linear output"
    case .binary: "one target, 0 or 1: binary_cross_entropy and a sigmoid output"
    case .multiclass: "one class of several: cross_entropy and softmax"
    case .multilabel: "several targets, each 0 or 1: binary_cross_entropy and sigmoid outputs"
    }
  }
}
