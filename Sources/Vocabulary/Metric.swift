/// A score that is measured beside the loss.
///
/// Definitions are those of scikit-learn (`sklearn.metrics`), with 0 for a division by zero.
public enum Metric: String, Keyword {
  /// The share of rows that are classified right.
  case accuracy
  /// Of what is predicted to be of a class, the share that is.
  case precision
  /// Of what is of a class, the share that is predicted to be.
  case recall
  /// The harmonic mean of precision and recall.
  case f1
  /// The area under the receiver operating characteristic.
  case auc
  /// Mean absolute error.
  case mae
  /// Root of the mean squared error.
  case rmse
  /// The coefficient of determination.
  case r2
  /// How long the gradient is.
  case gradientNorm = "gradient_norm"

  /// What the words are called.
  public static let kind = "metric"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .accuracy:
      "share of rows classified right (multilabel: whole rows); threshold 0.5, ties to the lowest"
    case .precision:
      "true of all predicted positives; binary: of the 1s, multiclass and multilabel: macro mean"
    case .recall:
      "true of all actual positives; binary: of the 1s, multiclass and multilabel: macro mean"
    case .f1: "2·true / (predicted + actual positives), averaged as precision and recall are"
    case .auc:
      "area under the ROC curve; multiclass: macro mean of each class against the rest"
    case .mae: "mean of |o − y| over samples and outputs; regression"
    case .rmse: "√ of the mean of (o − y)² over samples and outputs; regression"
    case .r2: "1 − Σ(o − y)² / Σ(y − mean)², averaged over outputs; regression"
    case .gradientNorm:
      "norm of the whole gradient before clipping, mean over the epoch's steps; only in the curve"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .accuracy: ["acc"]
    case .precision, .recall: []
    case .f1: ["f1_score"]
    case .auc: ["roc_auc"]
    case .mae: ["mean_absolute_error"]
    case .rmse: ["root_mean_squared_error"]
    case .r2: ["r2_score"]
    case .gradientNorm: ["grad_norm"]
    }
  }

  /// Whether a larger value is better.
  public var goal: Goal {
    switch self {
    case .accuracy, .precision, .recall, .f1, .auc, .r2: .maximize
    case .mae, .rmse, .gradientNorm: .minimize
    }
  }

  /// Whether the metric says how good outputs are, so that every part of the data has its own; the
  /// gradient is of training alone.
  public var isOfOutputs: Bool {
    switch self {
    case .accuracy, .precision, .recall, .f1, .auc, .mae, .rmse, .r2: true
    case .gradientNorm: false
    }
  }

  /// Whether the metric can be measured for a task.
  public func applies(to task: Task) -> Bool {
    switch self {
    case .accuracy, .precision, .recall, .f1, .auc: task != .regression
    case .mae, .rmse, .r2: task == .regression
    case .gradientNorm: true
    }
  }
}
