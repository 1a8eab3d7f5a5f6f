public import Vocabulary

extension DataSubset {
  /// How many rows there are of each class, up to the last that has some; nil where the task has no
  /// classes.
  ///
  /// - Complexity: O(rows × targets).
  public func classCounts(task: Task) -> [Int]? {
    switch task {
    case .regression, .multilabel: return nil
    case .binary, .multiclass: return dataset.targets.classCounts(of: indices)
    }
  }

  /// The inputs that have one value in all rows, but for what is missing, ascending; none of a single
  /// row.
  ///
  /// - Complexity: O(rows × inputs).
  var constantInputs: [Int] {
    guard rows > 1 else { return [] }
    var values = [Double](repeating: .nan, count: inputCount)
    var areConstant = [Bool](repeating: true, count: inputCount)
    dataset.inputs.forEachRow(of: indices) { row in
      for input in row.indices where !row[input].isNaN {
        if values[input].isNaN {
          values[input] = row[input]
        } else if values[input] != row[input] {
          areConstant[input] = false
        }
      }
    }
    return areConstant.indices.filter { areConstant[$0] }
  }
}
