internal import Engine
internal import Vocabulary

/// What metrics need to know of the samples seen so far; rows are added in order, in float64.
struct MetricTally {
  /// What the targets mean.
  private let task: Task
  /// How many outputs a row has.
  private let outputs: Int
  /// How many rows have been added.
  private var rows = 0
  /// How many of them were classified right.
  private var correctRows = 0
  /// Σ |o − y|; regression only.
  private var absoluteErrors = 0.0
  /// Σ (o − y)²; regression only.
  private var squaredErrors = 0.0

  /// Nothing seen, for networks with so many outputs.
  init(task: Task, outputs: Int) {
    self.task = task
    self.outputs = outputs
  }

  /// Adds samples.
  ///
  /// - Parameters:
  ///   - values: the network's outputs, `[rows × outputs]`.
  ///   - targets: the targets of the same samples, `[rows × outputs]`.
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func add<S: EngineScalar>(_ values: Span<S>, _ targets: Span<S>) {
    let rowCount = values.count / outputs
    rows += rowCount
    switch task {
    case .regression:
      for index in values.indices {
        let error = Double(values[index]) - Double(targets[index])
        absoluteErrors += error.magnitude
        squaredErrors += error * error
      }
    case .binary, .multilabel:
      for row in 0..<rowCount where areSetAlike(row, values, targets) { correctRows += 1 }
    case .multiclass:
      for row in 0..<rowCount where isClassRight(row, values, targets) { correctRows += 1 }
    }
  }

  /// Whether every output of a row lies on its target's side of 0.5; never where one is not a
  /// number. 0.5 itself counts as 0.
  private func areSetAlike<S: EngineScalar>(
    _ row: Int, _ values: Span<S>, _ targets: Span<S>
  ) -> Bool {
    for index in row * outputs..<(row + 1) * outputs {
      let (value, target) = (values[index], targets[index])
      if value.isNaN || (value > 0.5) != (target > 0.5) { return false }
    }
    return true
  }

  /// Whether the largest output of a row, the first of several, is that of its class; never where
  /// one is not a number.
  private func isClassRight<S: EngineScalar>(
    _ row: Int, _ values: Span<S>, _ targets: Span<S>
  ) -> Bool {
    let first = row * outputs
    var (predicted, actual) = (first, first)
    for index in first..<first + outputs {
      if values[index].isNaN { return false }
      if values[index] > values[predicted] { predicted = index }
      if targets[index] > targets[actual] { actual = index }
    }
    return predicted == actual
  }

  /// A metric of the samples added.
  ///
  /// - Precondition: there is a sample.
  func value(of metric: Metric) -> Double {
    let terms = Double(rows) * Double(outputs)
    return switch metric {
    case .accuracy: Double(correctRows) / Double(rows)
    case .mae: absoluteErrors / terms
    case .rmse: (squaredErrors / terms).squareRoot()
    }
  }
}
