import Testing
import Vocabulary

/// Outputs with what metrics scikit-learn 1.9 gives for them.
struct MetricCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let task: Task
  let outputs: Int
  let answers: [Double]
  let targets: [Double]
  let values: KeyValuePairs<Metric, Double>

  init(
    _ name: String, _ task: Task, outputs: Int, answers: [Double], targets: [Double],
    values: KeyValuePairs<Metric, Double>
  ) {
    testDescription = name
    self.task = task
    self.outputs = outputs
    self.answers = answers
    self.targets = targets
    self.values = values
  }

  /// From `accuracy_score`, `precision_score`, `recall_score` and `f1_score` (`average="macro"` but
  /// for two classes, `zero_division=0`), `roc_auc_score` of each column that has both kinds of
  /// rows, `mean_absolute_error`, `mean_squared_error` and `r2_score`.
  static let all = [
    MetricCase(
      "ties and a half", .binary, outputs: 1,
      answers: [
        0.5625, 0.75, 0.9375, 0.3125, 0.625, 0.6875, 0.3125, 0, 1, 0.3125, 0.3125, 0.875, 0.5625,
      ],
      targets: [0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1],
      values: [
        .accuracy: 0.6153846153846154, .precision: 0.625, .recall: 0.7142857142857143,
        .f1:
          0.6666666666666666, .auc: 0.7261904761904762,
      ]),
    MetricCase(
      "nothing predicted", .binary, outputs: 1,
      answers: [0.125, 0.1875, 0, 0.171875, 0.09375, 0.015625],
      targets: [0, 1, 0, 0, 1, 1],
      values: [.accuracy: 0.5, .precision: 0.0, .recall: 0.0, .f1: 0.0, .auc: 0.5555555555555556]),
    MetricCase(
      "nothing to find", .binary, outputs: 1,
      answers: [0.6875, 0.9375, 0.1875, 0.625, 0.3125],
      targets: [0, 0, 0, 0, 0],
      values: [.accuracy: 0.4, .precision: 0.0, .recall: 0.0, .f1: 0.0, .auc: 0.0]),
    MetricCase(
      "everything right", .binary, outputs: 1,
      answers: [0.75, 0.25, 1, 0],
      targets: [1, 0, 1, 0],
      values: [.accuracy: 1.0, .precision: 1.0, .recall: 1.0, .f1: 1.0, .auc: 1.0]),
    MetricCase(
      "everything wrong", .binary, outputs: 1,
      answers: [0.75, 0.25, 1, 0],
      targets: [0, 1, 0, 1],
      values: [.accuracy: 0.0, .precision: 0.0, .recall: 0.0, .f1: 0.0, .auc: 0.0]),
    MetricCase(
      "three classes", .multiclass, outputs: 3,
      answers: [
        0.75, 0.75, 0.1875, 0.8125, 0.6875, 0.6875, 0.8125, 0.4375, 0.75, 0.875, 0.125, 0.875,
        0.375, 0.5, 0.125, 0.6875, 0.3125, 0.875, 0.25, 0.5625, 0.375, 0.625, 0.1875, 0.1875,
        0.75, 0.75, 0.5625, 0.9375, 0.1875, 0.875, 0.1875, 0.9375, 0.625, 0.625, 1, 0.8125,
      ],
      targets: [
        0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0,
        0, 0, 1, 1, 0, 0,
      ],
      values: [
        .accuracy: 0.4166666666666667, .precision: 0.2738095238095238,
        .recall:
          0.3333333333333333, .f1: 0.30036630036630035, .auc: 0.5416666666666666,
      ]),
    MetricCase(
      "a class that does not occur", .multiclass, outputs: 4,
      answers: [
        0.875, 0.125, 0.3125, -1, 0.875, 0.9375, 0.6875, -1, 0.5625, 0.6875, 0.0625, -1, 0.375,
        0.5625, 0.6875, -1, 0.5, 0.5625, 0.1875, -1, 0.125, 0.5, 0.5625, -1, 0.375, 0, 0.5, -1,
        0.75, 0.375, 0.375, -1, 0.375, 0.375, 0.375, -1,
      ],
      targets: [
        1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1,
        0, 0, 0, 0, 1, 0,
      ],
      values: [
        .accuracy: 0.3333333333333333, .precision: 0.3333333333333333,
        .recall:
          0.3055555555555555, .f1: 0.31746031746031744, .auc: 0.6796296296296296,
      ]),
    MetricCase(
      "a class that is only predicted", .multiclass, outputs: 3,
      answers: [0, 0, 0.5, 0.5, 0, 0, 0.5, 0, 0, 0, 0.5, 0],
      targets: [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0],
      values: [
        .accuracy: 0.5, .precision: 0.5, .recall: 0.3333333333333333, .f1: 0.38888888888888884,
        .auc: 0.625,
      ]),
  ]
}
