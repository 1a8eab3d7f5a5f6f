internal import Engine
internal import Vocabulary

extension ClassificationTally {
  /// What has been found of the rows of one network.
  struct Found {
    /// How many rows are right.
    var rightRows: Int
    /// For each class or label how many rows are predicted to have it.
    var predicted: [Int]
    /// For each class or label how many of these have it.
    var truePositives: [Int]
  }

  /// Looks at the outputs `[rows × outputs]` of one network for labels; the same as `addLabels` does
  /// for one lane, without what several need.
  @specialized(where S == Float)
  @specialized(where S == Double)
  static func lookAtLabels<S: EngineScalar>(
    _ outputs: Span<S>, _ labels: Span<Int>, count: Int, _ countsLabels: Bool, _ found: inout Found
  ) {
    precondition(outputs.count == labels.count)
    for start in stride(from: 0, to: outputs.count, by: count) {
      var isRight = 1
      for index in start..<start + count {
        let value = outputs[index]
        isRight &= labels[index] == 1 ? (value > 0.5 ? 1 : 0) : (value <= 0.5 ? 1 : 0)
      }
      found.rightRows &+= isRight
    }
    guard countsLabels else { return }
    for label in 0..<count {
      var (predicted, truePositives) = (0, 0)
      for index in stride(from: label, to: outputs.count, by: count) {
        let isPositive = outputs[index] > 0.5 ? 1 : 0
        predicted &+= isPositive
        truePositives &+= isPositive & labels[index]
      }
      found.predicted[label] += predicted
      found.truePositives[label] += truePositives
    }
  }

  /// Looks at the outputs `[rows × outputs]` of one network for classes; the same as `addClasses`
  /// does for one lane, without what several need.
  @specialized(where S == Float)
  @specialized(where S == Double)
  static func lookAtClasses<S: EngineScalar>(
    _ outputs: Span<S>, _ classes: Span<Int>, count: Int, _ countsLabels: Bool,
    _ found: inout Found
  ) {
    precondition(outputs.count == classes.count * count)
    for row in classes.indices {
      let values = outputs.extracting(row * count..<(row + 1) * count)
      var (largest, largestClass) = (values[0], 0)
      var isNumber = largest == largest ? 1 : 0
      for index in values.indices {
        let value = values[index]
        let isLarger = value > largest
        largestClass = isLarger ? index : largestClass
        largest = isLarger ? value : largest
        isNumber &= value == value ? 1 : 0
      }
      let isRight = largestClass == classes[row] ? isNumber : 0
      found.rightRows &+= isRight
      guard countsLabels else { continue }
      found.predicted[largestClass] &+= isNumber
      found.truePositives[largestClass] &+= isRight
    }
  }
}
