public import Experiments
internal import Vocabulary

extension PredictionTable {
  /// The rows of one part of the data.
  public struct Part: Hashable, Sendable {
    /// Which part it is.
    public let part: Score.Part
    /// The number that each row has in the source, from 0.
    public let sourceRows: [Int]
    /// The targets as the data has them, `[rows × targets]`.
    public let targets: [Double]
    /// The answers in the units of the targets, `[rows × outputs]`.
    public let outputs: [Double]

    /// Joins the rows of a part.
    ///
    /// - Precondition: targets and outputs are of so many rows.
    public init(_ part: Score.Part, sourceRows: [Int], targets: [Double], outputs: [Double]) {
      precondition(
        sourceRows.isEmpty
          ? targets.isEmpty && outputs.isEmpty
          : targets.count.isMultiple(of: sourceRows.count)
            && outputs.count.isMultiple(of: sourceRows.count))
      self.part = part
      self.sourceRows = sourceRows
      self.targets = targets
      self.outputs = outputs
    }
  }
}

extension PredictionTable.Part {
  /// How many targets a row has.
  var targetCount: Int { targets.count / max(1, sourceRows.count) }
  /// How many outputs a row has.
  var outputCount: Int { outputs.count / max(1, sourceRows.count) }

  /// The targets of a row.
  func targets(_ row: Int) -> ArraySlice<Double> {
    targets[row * targetCount..<(row + 1) * targetCount]
  }

  /// The outputs for a row.
  func outputs(_ row: Int) -> ArraySlice<Double> {
    outputs[row * outputCount..<(row + 1) * outputCount]
  }

  /// The class of a row: the number where there is one target, else the place of the 1.
  ///
  /// - Precondition: the targets are classes.
  func actualClass(_ row: Int) -> Int {
    let targets = targets(row)
    if targetCount == 1, let only = targets.first { return Int(only) }
    return (targets.firstIndex(of: 1) ?? targets.startIndex) - targets.startIndex
  }

  /// The counts of each label.
  ///
  /// - Precondition: there are as many outputs as targets, which are labels.
  var labelCounts: [LabelCounts] {
    precondition(outputCount == targetCount, "each label has an output")
    var counts = Array(repeating: LabelCounts(), count: targetCount)
    for label in counts.indices {
      for index in stride(from: label, to: targets.count, by: targetCount) {
        let (isSet, isPredicted) = (targets[index] == 1, Task.label(of: outputs[index]) == 1)
        if isSet { counts[label].actual += 1 }
        if isPredicted { counts[label].predicted += 1 }
        if isSet, isPredicted { counts[label].truePositives += 1 }
      }
    }
    return counts
  }
}
