internal import Engine
internal import Vocabulary

/// What metrics need to know of the outputs seen so far of one network, or of several side by side.
///
/// The definitions are scikit-learn's (`sklearn.metrics`), with 0 for a division by zero. Everything
/// is counted, or added in float64 rows ascending, for each network on its own: values depend neither
/// on how many networks there are nor on how many rows come at once. An output that is no number is
/// never right.
struct MetricTally: ~Copyable, Sendable {
  /// The metrics of outputs, in the order of their values.
  let metrics: [Metric]
  /// How many networks there are.
  let lanes: Int
  /// What the outputs should be.
  private let targets: MetricTargets
  /// How many rows have been added.
  private var row = 0
  /// What is known for classes and labels.
  private var classification: ClassificationTally
  /// What is known for quantities.
  private var regression: RegressionTally

  /// Nothing seen, for so many networks that answer for the same targets.
  ///
  /// - Parameters:
  ///   - metrics: what is to be measured; the norm of the gradient is left out.
  ///   - units: for quantities, the units of each output; none where they are the targets'.
  init(_ metrics: [Metric], _ targets: MetricTargets, lanes: Int = 1, units: [OutputUnit] = []) {
    precondition(units.isEmpty || units.count == targets.outputs)
    self.metrics = metrics.filter(\.isOfOutputs)
    self.targets = targets
    self.lanes = lanes
    classification = ClassificationTally(self.metrics, targets, lanes: lanes)
    regression = RegressionTally(
      self.metrics, targets, lanes: lanes,
      units: units.isEmpty ? Array(repeating: .same, count: targets.outputs) : units)
  }

  /// Forgets what has been seen.
  mutating func reset() {
    row = 0
    switch targets.task {
    case .regression: regression.reset()
    case .binary, .multilabel, .multiclass: classification.reset()
    }
  }

  /// Adds the outputs of the next rows.
  ///
  /// - Parameter outputs: `[rows × outputs × lanes]`.
  /// - Precondition: there are no more rows than targets.
  /// - Complexity: O(outputs).
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func add<S: EngineScalar>(_ outputs: Span<S>) {
    let rowSize = targets.outputs * lanes
    let rows = outputs.count / rowSize
    precondition(outputs.count == rows * rowSize && row + rows <= targets.rows)
    if metrics.isEmpty { return }
    switch targets.task {
    case .regression: regression.add(outputs, from: row, targets)
    case .binary, .multilabel: classification.addLabels(outputs, from: row, targets)
    case .multiclass: classification.addClasses(outputs, from: row, targets)
    }
    row += rows
  }

  /// Writes the values of all metrics: those of lane after lane from `place` on, those of the next metric
  /// `stride` further.
  ///
  /// - Precondition: all rows have been added, and there is one; nothing need be where there are no
  ///   metrics.
  func write(to values: inout MutableSpan<Double>, from place: Int, stride: Int) {
    precondition(metrics.isEmpty || (row == targets.rows && row > 0), "metrics are of all rows")
    var start = place
    for metric in metrics {
      if metric == .accuracy {
        // Nearly every run has this one, and tiny ones are scored more often than they are trained.
        classification.writeAccuracies(targets, to: &values, from: start)
      } else {
        for lane in 0..<lanes { values[start + lane] = value(metric, lane) }
      }
      start += stride
    }
  }

  /// The value of a metric of a network.
  @inline(always)
  private func value(_ metric: Metric, _ lane: Int) -> Double {
    switch metric {
    case .accuracy: return classification.accuracy(lane, targets)
    case .precision: return classification.precision(lane, targets)
    case .recall: return classification.recall(lane, targets)
    case .f1: return classification.f1(lane, targets)
    case .auc: return classification.areaUnderCurve(lane, targets)
    case .mae: return regression.meanAbsoluteError(lane, targets)
    case .rmse: return regression.rootMeanSquaredError(lane, targets)
    case .r2: return regression.determination(lane, targets)
    case .gradientNorm: preconditionFailure("the norm of the gradient is of no outputs")
    }
  }
}
