internal import Engine
internal import Vocabulary

/// What metrics of classes and labels need to know of the outputs seen so far.
struct ClassificationTally: Sendable {
  /// How many networks there are.
  let lanes: Int
  /// Whether classes and labels are counted one by one.
  private let countsLabels: Bool
  /// Whether outputs are kept.
  private let keepsScores: Bool
  /// How many rows were classified right, `[lanes]`.
  private(set) var rightRows: [Int]
  /// How many rows were predicted to have a class or label, `[labels × lanes]`.
  private(set) var predicted: [Int]
  /// How many of these have it, `[labels × lanes]`.
  private(set) var truePositives: [Int]
  /// All outputs, `[rows × outputs × lanes]`.
  private(set) var scores: [Double] = []
  /// For each network whether the row is right so far, 1 or 0.
  private var isRight: [Int32]
  /// For each network the largest output of the row so far.
  private var largest: [Double]
  /// For each network where it is.
  private var largestClass: [Int32]

  /// Nothing seen.
  init(_ metrics: [Metric], _ targets: MetricTargets, lanes: Int) {
    self.lanes = lanes
    countsLabels = metrics.contains { [.precision, .recall, .f1].contains($0) }
    keepsScores = metrics.contains(.auc)
    rightRows = Array(repeating: 0, count: lanes)
    predicted = Array(repeating: 0, count: countsLabels ? targets.outputs * lanes : 0)
    truePositives = predicted
    isRight = Array(repeating: 0, count: lanes)
    largest = Array(repeating: 0, count: lanes)
    largestClass = isRight
  }

  /// Forgets what has been seen.
  mutating func reset() {
    Self.fill(&rightRows, with: 0)
    if countsLabels {
      Self.fill(&predicted, with: 0)
      Self.fill(&truePositives, with: 0)
    }
    if keepsScores { scores.removeAll(keepingCapacity: true) }
  }

  /// Adds outputs `[rows × outputs × lanes]` that are on their labels' side of 0.5 if they are right;
  /// 0.5 itself counts as 0.
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func addLabels<S: EngineScalar>(
    _ outputs: Span<S>, from firstRow: Int, _ targets: MetricTargets
  ) {
    if keepsScores { keep(outputs) }
    var start = 0
    var place = firstRow * targets.outputs
    if lanes == 1 {
      let labels = targets.labels.span.extracting(place..<place + outputs.count)
      var found = takeFound()
      Self.lookAtLabels(outputs, labels, count: targets.outputs, countsLabels, &found)
      put(found)
      return
    }
    while start < outputs.count, targets.outputs == 1, !countsLabels {
      let values = outputs.extracting(start..<start + lanes)
      Self.countRight(values, isSet: targets.labels[place] == 1, &rightRows)
      start += lanes
      place += 1
    }
    while start < outputs.count {
      Self.fill(&isRight, with: 1)
      for output in 0..<targets.outputs {
        let values = outputs.extracting(start..<start + lanes)
        let isSet = targets.labels[place] == 1
        Self.mark(&isRight, values, isSet: isSet)
        if countsLabels {
          Self.countPositives(values, from: output * lanes, &predicted)
          if isSet { Self.countPositives(values, from: output * lanes, &truePositives) }
        }
        start += lanes
        place += 1
      }
      Self.add(isRight, to: &rightRows)
    }
  }

  /// Takes out what has been found of the only network.
  private mutating func takeFound() -> Found {
    let found = Found(
      rightRows: rightRows[0], predicted: predicted, truePositives: truePositives)
    (predicted, truePositives) = ([], [])
    return found
  }

  /// Puts back what has been taken out.
  private mutating func put(_ found: Found) {
    rightRows[0] = found.rightRows
    (predicted, truePositives) = (found.predicted, found.truePositives)
  }

  /// Adds outputs `[rows × outputs × lanes]` of which the largest, the first of several, is that of
  /// the row's class if they are right.
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func addClasses<S: EngineScalar>(
    _ outputs: Span<S>, from firstRow: Int, _ targets: MetricTargets
  ) {
    if keepsScores { keep(outputs) }
    var start = 0
    var row = firstRow
    if lanes == 1 {
      let rows = outputs.count / targets.outputs
      let classes = targets.labels.span.extracting(row..<row + rows)
      var found = takeFound()
      Self.lookAtClasses(outputs, classes, count: targets.outputs, countsLabels, &found)
      put(found)
      return
    }
    while start < outputs.count {
      Self.fill(&largest, with: -.infinity)
      Self.fill(&largestClass, with: 0)
      for output in 0..<targets.outputs {
        Self.raise(
          &largest, &largestClass, outputs.extracting(start..<start + lanes), Int32(output))
        start += lanes
      }
      let actual = targets.labels[row]
      Self.compare(largestClass, largest, with: Int32(actual), &isRight)
      Self.add(isRight, to: &rightRows)
      if countsLabels {
        for lane in 0..<lanes where !largest[lane].isNaN {
          let index = Int(largestClass[lane]) * lanes + lane
          predicted[index] &+= 1
          truePositives[index] &+= Int(isRight[lane])
        }
      }
      row += 1
    }
  }

  private mutating func keep<S: EngineScalar>(_ outputs: Span<S>) {
    for index in outputs.indices { scores.append(Double(outputs[index])) }
  }
}
