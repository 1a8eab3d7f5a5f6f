internal import Datasets
internal import Engine
internal import Experiments
internal import Vocabulary

extension Samples {
  /// The rows of a data set as a run trains on them: targets that are class numbers become one
  /// column for each class, with a 1 in the row's own.
  convenience init(_ dataset: Dataset, for configuration: RunConfiguration) {
    let outputs = configuration.layers[configuration.layers.count - 1]
    let isOneColumnOfClasses = configuration.task == .multiclass && dataset.targetCount == 1
    let targets =
      isOneColumnOfClasses
      ? dataset.targets.flatMap { target in (0..<outputs).map { Double($0) == target ? 1 : 0 } }
      : dataset.targets
    self.init(
      inputs: Matrix(rows: dataset.rows, columns: dataset.inputCount, rounding: dataset.inputs),
      targets: Matrix(rows: dataset.rows, columns: outputs, rounding: targets))
  }
}
