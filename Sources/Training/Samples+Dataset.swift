internal import Datasets
internal import Engine
internal import Experiments

extension Samples {
  /// A part of a data set as a run trains on it or is evaluated on it, rounded once to the precision.
  convenience init(_ part: DataSubset, for configuration: RunConfiguration) {
    self.init(
      count: part.rows, inputs: part.inputCount, outputs: configuration.outputs,
      writeInputs: { part.writeInputs(into: &$0) },
      writeTargets: { part.writeTargets(into: &$0, for: configuration) })
  }
}
