/// Inputs with the targets that belong to them, row by row: what a network is trained or evaluated
/// on. Immutable, shared by all who use it, and laid out for the kernels.
public final class Samples<S: EngineScalar>: Sendable {
  /// The number of samples.
  public let count: Int
  /// The number of inputs of a sample.
  public let inputs: Int
  /// The number of targets of a sample.
  public let outputs: Int
  /// The inputs `[count × inputs]`, then the targets `[count × outputs]`.
  let numbers: AlignedNumbers<S>

  /// Copies inputs and targets.
  ///
  /// For `cross_entropy` each row of targets is one-hot.
  ///
  /// - Precondition: both have the same number of rows.
  public init(inputs: Matrix<S>, targets: Matrix<S>) {
    precondition(inputs.rows == targets.rows)
    count = inputs.rows
    self.inputs = inputs.columns
    outputs = targets.columns
    numbers = AlignedNumbers(inputs.elements, targets.elements)
  }

  /// Has inputs and targets written where the kernels read them, so that there is no other copy.
  ///
  /// For `cross_entropy` each row of targets is one-hot.
  ///
  /// - Parameters:
  ///   - writeInputs: is given zeros `[count × inputs]` to write over, row after row.
  ///   - writeTargets: is given zeros `[count × outputs]` to write over, row after row.
  public init(
    count: Int, inputs: Int, outputs: Int, writeInputs: (inout MutableSpan<S>) -> Void,
    writeTargets: (inout MutableSpan<S>) -> Void
  ) {
    self.count = count
    self.inputs = inputs
    self.outputs = outputs
    numbers = AlignedNumbers(
      count * inputs, count * outputs, writeFirst: writeInputs, writeSecond: writeTargets)
  }
}
