public import Vocabulary

extension Task {
  /// A task that was inferred, with the reason.
  public struct Inference: Sendable {
    /// The task.
    public let task: Task
    /// Why, in a few words: `one column of 0 and 1, and one output`.
    public let reason: String
  }

  /// Infers the task from what the targets are like.
  ///
  /// - Parameter outputs: the size of the last layer, or nil where it is `auto`.
  public static func inferred(from targets: DataFacts.Targets, outputs: Int?) -> Inference {
    let columns = targets.columns
    if columns > 1 {
      if targets.areOneHot {
        return Inference(task: .multiclass, reason: "\(columns) columns, exactly one 1 in each row")
      }
      if targets.areBinary {
        return Inference(task: .multilabel, reason: "\(columns) columns of 0 and 1")
      }
      return Inference(task: .regression, reason: "\(columns) columns, not of 0 and 1 alone")
    }
    if targets.areBinary, outputs ?? 1 == 1 {
      return Inference(task: .binary, reason: "one column of 0 and 1, and one output")
    }
    guard let classes = targets.classCount else {
      return Inference(task: .regression, reason: "one column, not of whole numbers from 0 up")
    }
    if targets.areLabels {
      let task = classes > 2 || outputs ?? 1 > 1 ? Task.multiclass : .binary
      return Inference(task: task, reason: "one column of \(classes) classes")
    }
    guard let outputs, outputs > 1 else {
      let layer = outputs == nil ? "an `auto` last layer" : "one output"
      return Inference(
        task: .regression, reason: "one column of whole numbers 0 … \(classes - 1), and \(layer)")
    }
    return Inference(
      task: .multiclass,
      reason: "one column of whole numbers 0 … \(classes - 1), and \(outputs) outputs")
  }

  /// Whether targets have the values that the task needs.
  func fits(_ targets: DataFacts.Targets) -> Bool {
    switch self {
    case .regression: true
    case .binary: targets.columns == 1 && targets.areBinary
    case .multiclass: targets.areOneHot || targets.classCount != nil
    case .multilabel: targets.areBinary
    }
  }

  /// How many outputs the task needs for the targets; for one column of classes, at least so many.
  func outputs(for targets: DataFacts.Targets) -> Int {
    switch self {
    case .regression, .binary, .multilabel: targets.columns
    case .multiclass: targets.columns == 1 ? max(2, targets.classCount ?? 2) : targets.columns
    }
  }
}
