public import Experiments

/// Some rows of a data set, with normalized inputs.
public struct DataSubset: Sendable {
  /// The data set.
  let dataset: Dataset
  /// Which of its rows these are, ascending; at least one.
  let indices: [Int]
  /// What inputs are shifted and scaled by; nil where they stay as they are.
  private let normalization: NormalizationConstants?
  /// What targets are shifted and scaled by; nil where they stay as they are.
  public let targetNormalization: NormalizationConstants?

  /// Some rows of a data set.
  init(
    _ dataset: Dataset, rows indices: [Int], normalization: NormalizationConstants?,
    targetNormalization: NormalizationConstants? = nil
  ) {
    precondition(!indices.isEmpty)
    self.dataset = dataset
    self.indices = indices
    self.normalization = normalization
    self.targetNormalization = targetNormalization
  }

  /// All rows of a data set, as a trained network is given them.
  public init(
    _ dataset: Dataset, normalization: NormalizationConstants?,
    targetNormalization: NormalizationConstants?
  ) {
    self.init(
      dataset, rows: Array(0..<dataset.rows), normalization: normalization,
      targetNormalization: targetNormalization)
  }

  /// How many rows there are.
  public var rows: Int { indices.count }
  /// The number that each row has in the source, counted from 0.
  public var sourceRows: [Int] {
    dataset.sourceRows.map { all in indices.map { all[$0] } } ?? indices
  }
  /// How many inputs a row has.
  public var inputCount: Int { dataset.inputs.columns }
  /// How many targets a row has.
  public var targetCount: Int { dataset.targets.columns }

  /// A target as it was read, by row and column.
  public func target(_ row: Int, _ column: Int) -> Double {
    dataset.targets[indices[row], column]
  }

  /// A target, normalized in float64, by row and column.
  public func normalizedTarget(_ row: Int, _ column: Int) -> Double {
    guard let constants = targetNormalization else { return target(row, column) }
    return (target(row, column) - constants.shift[column]) / constants.scale[column]
  }

  /// The inputs, normalized, in float64: `[rows × inputCount]`, row after row.
  public var inputs: [Double] {
    var inputs = [Double](repeating: 0, count: rows * inputCount)
    var span = inputs.mutableSpan
    writeInputs(into: &span)
    return inputs
  }

  /// The inputs as they were read: `[rows × inputCount]`, row after row.
  public var sourceInputs: [Double] {
    indices.flatMap { row in (0..<inputCount).map { dataset.inputs[row, $0] } }
  }

  /// The targets as they were read: `[rows × targetCount]`, row after row.
  public var targets: [Double] {
    (0..<rows).flatMap { row in (0..<targetCount).map { target(row, $0) } }
  }

  /// Writes the inputs, normalized in float64 and rounded once: `[rows × inputCount]`, row after row.
  ///
  /// - Precondition: there is room for exactly that.
  /// - Complexity: O(rows × inputCount), without other memory.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public func writeInputs<S: BinaryFloatingPoint>(into numbers: inout MutableSpan<S>) {
    precondition(numbers.count == rows * inputCount)
    switch dataset.inputs.numbers {
    case .float32(let source): write(source.span, into: &numbers)
    case .float64(let source): write(source.span, into: &numbers)
    }
  }

  /// Writes the inputs that stand in `source` as the data set's table says.
  @inline(always)
  private func write<Source: BinaryFloatingPoint, S: BinaryFloatingPoint>(
    _ source: Span<Source>, into numbers: inout MutableSpan<S>
  ) {
    let (table, columns) = (dataset.inputs, inputCount)
    var target = 0
    for row in indices {
      let first = row * table.stride + table.firstColumn
      let values = source.extracting(first..<first + columns)
      if let normalization {
        let (shift, scale) = (normalization.shift.span, normalization.scale.span)
        for column in 0..<columns {
          var value = Double(values[column])
          if value.isNaN, let means = normalization.means { value = means[column] }
          numbers[target + column] = S((value - shift[column]) / scale[column])
        }
      } else {
        for column in 0..<columns { numbers[target + column] = S(values[column]) }
      }
      target += columns
    }
  }
}
