internal import Experiments
internal import Vocabulary

/// Looks for inputs that give the target away.
struct LeakSearch {
  /// The data set.
  private let dataset: Dataset
  /// What its targets mean.
  private let task: Task

  /// A search in a data set.
  init(_ dataset: Dataset, task: Task) {
    self.dataset = dataset
    self.task = task
  }

  /// Inputs that have the value of a target, or for classes another value for each, in all rows; each
  /// once, in the order of the inputs.
  ///
  /// - Complexity: O(rows × inputs × targets) where many inputs are the answer, else far less, as one row
  ///   that differs decides.
  var leaks: [DataWarning] {
    let columns =
      dataset.columns?.inputs
      ?? Array(repeating: DataColumns.Input(""), count: dataset.inputs.columns)
    var leaks: [DataWarning] = []
    var first = 0
    for (place, column) in columns.enumerated() {
      let inputs = first..<first + column.count
      if let leak = leak(of: inputs) {
        leaks.append(.leak(dataset.columns == nil ? .place(place) : .column(column.name), leak))
      }
      first = inputs.upperBound
    }
    return leaks
  }

  /// How a column, which is several inputs where it has texts, gives the target away.
  private func leak(of inputs: Range<Int>) -> DataWarning.Leak? {
    if inputs.count == 1 {
      for target in 0..<dataset.targets.columns where isTarget(target, inputs.lowerBound) {
        return .value(ofTarget: target)
      }
    }
    switch task {
    case .regression, .multilabel: return nil
    case .binary, .multiclass: return tellsClasses(inputs) ? .classes : nil
    }
  }

  /// Whether an input has the value of a target in all rows, which are not all the same.
  private func isTarget(_ target: Int, _ input: Int) -> Bool {
    let (inputs, targets) = (dataset.inputs, dataset.targets)
    guard (0..<dataset.rows).allSatisfy({ inputs[$0, input] == targets[$0, target] }) else {
      return false
    }
    return (1..<dataset.rows).contains { targets[$0, target] != targets[0, target] }
  }

  /// Whether a column has one value for each class, and classes have two rows each on average, so that
  /// this is no chance.
  private func tellsClasses(_ inputs: Range<Int>) -> Bool {
    var valuesOfClasses: [Int: Double] = [:]
    var values: Set<Double> = []
    for row in 0..<dataset.rows {
      let value =
        inputs.count == 1
        ? dataset.inputs[row, inputs.lowerBound]
        : inputs.first { dataset.inputs[row, $0] == 1 }.map { Double($0) } ?? -1
      let known = valuesOfClasses.updateValue(value, forKey: dataset.targets.classOfRow(row))
      if known == nil ? !values.insert(value).inserted : known != value { return false }
    }
    return values.count > 1 && dataset.rows >= 2 * values.count
  }
}
