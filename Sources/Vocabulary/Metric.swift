/// A score that is measured beside the loss.
public enum Metric: String, Word {
  /// The share of rows that are classified right.
  case accuracy
  /// Mean absolute error.
  case mae
  /// Root of the mean squared error.
  case rmse

  /// What the words are called.
  public static let kind = "metric"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .accuracy:
      "share of rows classified right (multilabel: whole rows); threshold 0.5, ties to the lowest"
    case .mae: "mean of |o − y| over samples and outputs; regression"
    case .rmse: "√ of the mean of (o − y)² over samples and outputs; regression"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .accuracy: ["acc"]
    case .mae: ["mean_absolute_error"]
    case .rmse: ["root_mean_squared_error"]
    }
  }

  /// Whether a larger value is better.
  public var goal: Goal {
    switch self {
    case .accuracy: .maximize
    case .mae, .rmse: .minimize
    }
  }

  /// Whether the metric can be measured for a task.
  public func applies(to task: Task) -> Bool {
    switch self {
    case .accuracy: task != .regression
    case .mae, .rmse: task == .regression
    }
  }
}
