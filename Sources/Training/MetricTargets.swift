internal import RunRecords
internal import Vocabulary

/// The targets of one part of the data, as metrics need them; worked out once for all evaluations.
struct MetricTargets: Sendable {
  /// What the targets mean.
  let task: Task
  /// How many rows there are.
  let rows: Int
  /// How many outputs a row has.
  let outputs: Int
  /// For several classes the class of each row, `[rows]`; for labels 1 where one is set and else 0,
  /// `[rows × outputs]`; for quantities nothing.
  let labels: [Int]
  /// For each class or label how many rows have it; for quantities nothing.
  let counts: [Int]
  /// For quantities the targets, `[rows × outputs]`; else nothing.
  let quantities: [Double]
  /// For each output Σ (y − mean)², rows ascending; for classes and labels nothing.
  let variations: [Double]

  /// Looks at targets.
  ///
  /// - Parameters:
  ///   - outputs: how many outputs a row has.
  ///   - targets: `[rows × outputs]`, several classes as a 1 in the row's own; quantities in the units
  ///     that metrics are to have.
  init(task: Task, outputs: Int, targets: Span<Double>) {
    precondition(targets.count.isMultiple(of: outputs))
    self.task = task
    self.outputs = outputs
    rows = targets.count / outputs
    var labels: [Int] = []
    var counts: [Int] = []
    var quantities: [Double] = []
    var variations: [Double] = []
    switch task {
    case .regression:
      for index in targets.indices { quantities.append(targets[index]) }
      variations = (0..<outputs).map { output in
        Determination.variation(
          of: quantities, at: stride(from: output, to: quantities.count, by: outputs))
      }
    case .binary, .multilabel:
      for index in targets.indices { labels.append(targets[index] > 0.5 ? 1 : 0) }
      counts = (0..<outputs).map { output in
        stride(from: output, to: labels.count, by: outputs).count { labels[$0] == 1 }
      }
    case .multiclass:
      counts = Array(repeating: 0, count: outputs)
      for row in 0..<rows {
        var actual = 0
        for output in 1..<outputs
        where targets[row * outputs + output] > targets[row * outputs + actual] {
          actual = output
        }
        labels.append(actual)
        counts[actual] += 1
      }
    }
    self.labels = labels
    self.counts = counts
    self.quantities = quantities
    self.variations = variations
  }
}
