internal import Datasets
internal import Engine
internal import Experiments
internal import Vocabulary

extension DataSubset {
  /// Writes the targets as a run trains on them, rounded once to the precision: those that are class
  /// numbers become one column for each class, with a 1 in the row's own.
  ///
  /// - Parameters:
  ///   - targets: zeros `[rows × outputs]` to write over, row after row.
  ///   - inUnitsOfData: whether quantities stay as they were read, where the run normalizes them.
  @specialized(where S == Float)
  @specialized(where S == Double)
  func writeTargets<S: EngineScalar>(
    into targets: inout MutableSpan<S>, for configuration: RunConfiguration,
    inUnitsOfData: Bool = false
  ) {
    let outputs = configuration.outputs
    let isOneColumnOfClasses = configuration.task == .multiclass && targetCount == 1
    for row in 0..<rows {
      if isOneColumnOfClasses {
        targets[row * outputs + Int(target(row, 0))] = 1
      } else {
        for column in 0..<outputs {
          let value = inUnitsOfData ? target(row, column) : normalizedTarget(row, column)
          targets[row * outputs + column] = S(value)
        }
      }
    }
  }
}

extension DataSubset {
  /// What the outputs of a run are in; none where they are in the units of the data.
  var outputUnits: [OutputUnit] {
    guard let constants = targetNormalization else { return [] }
    return zip(constants.scale, constants.shift).map { OutputUnit(scale: $0, origin: $1) }
  }
}

extension MetricTargets {
  /// The targets of a part of a data set, as metrics of a run need them: in float64 whatever its
  /// precision, and in the units of the data.
  init(_ part: DataSubset, for configuration: RunConfiguration) {
    var targets = [Double](repeating: 0, count: part.rows * configuration.outputs)
    var span = targets.mutableSpan
    part.writeTargets(into: &span, for: configuration, inUnitsOfData: true)
    self.init(task: configuration.task, outputs: configuration.outputs, targets: targets.span)
  }
}
