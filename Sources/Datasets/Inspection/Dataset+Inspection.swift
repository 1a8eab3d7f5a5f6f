internal import Experiments

// What reports tell of a data set.
extension Dataset {
  /// How many rows there are of each class, in the order of the classes; nil where targets are no
  /// classes.
  ///
  /// - Complexity: O(rows × targets).
  public var classCounts: [Int]? {
    let kinds = facts.targets
    let isOneColumn = kinds.columns == 1 && (kinds.areLabels || kinds.areBinary)
    guard isOneColumn || kinds.areOneHot else { return nil }
    let classes = kinds.columns == 1 ? max(2, kinds.classCount ?? 2) : kinds.columns
    let counts = targets.classCounts(of: 0..<rows)
    return counts + Array(repeating: 0, count: max(0, classes - counts.count))
  }

  /// For each column with missing numbers its name, and how many there are.
  ///
  /// - Complexity: O(rows × inputs).
  public var gaps: [(column: String, count: Int)] {
    guard hasGaps, let columns else { return [] }
    var gaps: [(column: String, count: Int)] = []
    var first = 0
    for column in columns.inputs {
      let count = column.categories.isEmpty ? (0..<rows).count { inputs[$0, first].isNaN } : 0
      if count > 0 { gaps.append((column.name, count)) }
      first += column.count
    }
    return gaps
  }
}
