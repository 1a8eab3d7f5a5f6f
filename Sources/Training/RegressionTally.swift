internal import Engine
internal import RunRecords
internal import Vocabulary

/// What metrics of quantities need to know of the outputs seen so far.
struct RegressionTally: Sendable {
  /// How many networks there are.
  private let lanes: Int
  /// What each output is in.
  private let units: [OutputUnit]
  /// Whether the sums of absolute values are needed.
  private let addsAbsolutes: Bool
  /// Whether the sums of squares are needed.
  private let addsSquares: Bool
  /// Whether those of each output are needed.
  private let addsSquaresByOutput: Bool
  /// Σ |o − y| over rows and outputs, `[lanes]`.
  private var absolutes: [Double]
  /// Σ (o − y)² over rows and outputs, `[lanes]`.
  private var squares: [Double]
  /// Σ (o − y)² over rows, `[outputs × lanes]`.
  private var squaresByOutput: [Double]

  /// Nothing seen.
  init(_ metrics: [Metric], _ targets: MetricTargets, lanes: Int, units: [OutputUnit]) {
    self.lanes = lanes
    self.units = units
    addsAbsolutes = metrics.contains(.mae)
    addsSquares = metrics.contains(.rmse)
    addsSquaresByOutput = metrics.contains(.r2)
    absolutes = Array(repeating: 0, count: lanes)
    squares = absolutes
    squaresByOutput = Array(
      repeating: 0, count: addsSquaresByOutput ? targets.outputs * lanes : 0)
  }

  /// Forgets what has been seen.
  mutating func reset() {
    for lane in absolutes.indices {
      absolutes[lane] = 0
      squares[lane] = 0
    }
    for index in squaresByOutput.indices { squaresByOutput[index] = 0 }
  }

  /// Adds outputs `[rows × outputs × lanes]`.
  @specialized(where S == Float)
  @specialized(where S == Double)
  mutating func add<S: EngineScalar>(
    _ outputs: Span<S>, from firstRow: Int, _ targets: MetricTargets
  ) {
    var start = 0
    var place = firstRow * targets.outputs
    if lanes == 1 {
      let quantities = targets.quantities.span.extracting(place..<place + outputs.count)
      addOne(outputs, quantities, count: targets.outputs)
      return
    }
    while start < outputs.count {
      for output in 0..<targets.outputs {
        let values = outputs.extracting(start..<start + lanes)
        let (target, unit) = (targets.quantities[place], units[output])
        if addsAbsolutes {
          Self.add(values, target, unit, from: 0, to: &absolutes) { $0.magnitude }
        }
        if addsSquares { Self.add(values, target, unit, from: 0, to: &squares) { $0 * $0 } }
        if addsSquaresByOutput {
          Self.add(values, target, unit, from: output * lanes, to: &squaresByOutput) { $0 * $0 }
        }
        start += lanes
        place += 1
      }
    }
  }

  /// Adds the outputs `[rows × outputs]` of the only network: the same sums, in the same order.
  private mutating func addOne<S: EngineScalar>(
    _ outputs: Span<S>, _ quantities: Span<Double>, count: Int
  ) {
    var (absolutes, squares) = (absolutes[0], squares[0])
    for output in 0..<count where addsSquaresByOutput {
      var sum = squaresByOutput[output]
      for index in stride(from: output, to: outputs.count, by: count) {
        let error = units[output].error(of: Double(outputs[index]), for: quantities[index])
        sum += error * error
      }
      squaresByOutput[output] = sum
    }
    if addsAbsolutes || addsSquares {
      var output = 0
      for index in outputs.indices {
        let error = units[output].error(of: Double(outputs[index]), for: quantities[index])
        absolutes += error.magnitude
        squares += error * error
        output = output + 1 == count ? 0 : output + 1
      }
    }
    (self.absolutes[0], self.squares[0]) = (absolutes, squares)
  }

  /// Adds a term of each output's error to the sums from one on.
  @inline(always)
  private static func add<S: EngineScalar>(
    _ values: Span<S>, _ target: Double, _ unit: OutputUnit, from first: Int,
    to sums: inout [Double], term: (Double) -> Double
  ) {
    var sums = sums.mutableSpan
    for lane in values.indices {
      sums[first + lane] += term(unit.error(of: Double(values[lane]), for: target))
    }
  }

  /// The mean of |o − y| over rows and outputs.
  func meanAbsoluteError(_ lane: Int, _ targets: MetricTargets) -> Double {
    absolutes[lane] / Double(targets.rows * targets.outputs)
  }

  /// The root of the mean of (o − y)² over rows and outputs.
  func rootMeanSquaredError(_ lane: Int, _ targets: MetricTargets) -> Double {
    (squares[lane] / Double(targets.rows * targets.outputs)).squareRoot()
  }

  /// The mean over outputs of 1 − Σ(o − y)² / Σ(y − mean)²; of an output whose targets are all the
  /// same, 1 where it is always right and else 0.
  func determination(_ lane: Int, _ targets: MetricTargets) -> Double {
    var sum = 0.0
    for (output, variation) in targets.variations.enumerated() {
      sum += Determination.coefficient(
        squares: squaresByOutput[output * lanes + lane], variation: variation)
    }
    return sum / Double(targets.outputs)
  }
}
