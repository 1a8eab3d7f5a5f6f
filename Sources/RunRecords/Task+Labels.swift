public import Vocabulary

extension Task {
  /// What a row is classified as by its outputs: one label for each that the task has, none for
  /// quantities, and nil for a label where an output that it depends on is no number.
  public func labels(of outputs: [Double]) -> [Int?] {
    switch self {
    case .regression: []
    case .binary, .multilabel: outputs.map(Self.label)
    case .multiclass: [Self.largest(of: outputs[...])]
    }
  }

  /// The label that an output stands for: 1 above 0.5, else 0; nil where it is no number.
  static func label(of output: Double) -> Int? { output.isNaN ? nil : output > 0.5 ? 1 : 0 }

  /// The class that outputs stand for, that of the largest, the first of several; nil where one is no
  /// number.
  static func largest(of outputs: ArraySlice<Double>) -> Int? {
    var largest = outputs.startIndex
    for index in outputs.indices {
      if outputs[index].isNaN { return nil }
      if outputs[index] > outputs[largest] { largest = index }
    }
    return largest - outputs.startIndex
  }
}
