public import Vocabulary

extension Task {
  /// What a row is classified as by its outputs: one label for each that the task has, none for
  /// quantities, and nil for a label where an output that it depends on is no number.
  ///
  /// An output above 0.5 is 1; of equally large outputs the first is the class.
  public func labels(of outputs: [Double]) -> [Int?] {
    switch self {
    case .regression: []
    case .binary, .multilabel: outputs.map { $0.isNaN ? nil : $0 > 0.5 ? 1 : 0 }
    case .multiclass:
      [
        outputs.contains(where: \.isNaN)
          ? nil : outputs.indices.reduce(0) { outputs[$1] > outputs[$0] ? $1 : $0 }
      ]
    }
  }
}
