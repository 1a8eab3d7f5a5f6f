internal import Vocabulary

/// How many rows of each class are predicted to be of which.
public struct ConfusionMatrix: Hashable, Sendable {
  /// Rows of one class that are predicted to be of one.
  public struct Cell: Hashable, Sendable {
    /// The class.
    public let actual: Int
    /// What is predicted; nil where an output is no number.
    public let predicted: Int?
    /// How many rows there are; at least one.
    public let count: Int
  }

  /// How many classes there are.
  public let classCount: Int
  /// The cells that are not empty, by the class and then by what is predicted, nothing last.
  public let cells: [Cell]

  /// Counts the rows of a part; nil where rows are not of one class each.
  ///
  /// - Complexity: O(rows × outputs), in memory of O(cells).
  init?(_ part: PredictionTable.Part, task: Task) {
    let (classCount, predictedClass): (Int, (ArraySlice<Double>) -> Int?)
    switch task {
    case .binary: (classCount, predictedClass) = (2, { $0.first.flatMap(Task.label) })
    case .multiclass: (classCount, predictedClass) = (part.outputCount, Task.largest)
    case .regression, .multilabel: return nil
    }
    // Rows by the place that their cell has in the whole matrix, with a column for no prediction.
    var counts: [Int: Int] = [:]
    for row in part.sourceRows.indices {
      let predicted = predictedClass(part.outputs(row)) ?? classCount
      counts[part.actualClass(row) * (classCount + 1) + predicted, default: 0] += 1
    }
    self.classCount = classCount
    cells = counts.sorted { $0.key < $1.key }.map { place, count in
      let (actual, predicted) = place.quotientAndRemainder(dividingBy: classCount + 1)
      return Cell(
        actual: actual, predicted: predicted == classCount ? nil : predicted, count: count)
    }
  }

  /// The counts of each class.
  var labelCounts: [LabelCounts] {
    var counts = Array(repeating: LabelCounts(), count: classCount)
    for cell in cells {
      counts[cell.actual].actual += cell.count
      guard let predicted = cell.predicted else { continue }
      counts[predicted].predicted += cell.count
      if predicted == cell.actual { counts[predicted].truePositives += cell.count }
    }
    return counts
  }
}
