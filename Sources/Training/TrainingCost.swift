public import Engine
public import Experiments
internal import Vocabulary

/// How long training takes in each form, estimated: what decides how runs are trained side by side.
///
/// The numbers are fitted to measurements of networks from 2-4-1 to 2-16-16-1, four rows at once, on an
/// AVX-512 machine; only their proportions matter.
public struct TrainingCost: Sendable {
  /// What the estimate is for.
  private let configuration: RunConfiguration
  /// How many times longer vectors of runs take than with 512 bits.
  private let vectorFactor: Double

  /// The cost of runs like one.
  public init(_ configuration: RunConfiguration, on instructionSet: InstructionSet) {
    self.configuration = configuration
    vectorFactor =
      switch instructionSet {
      case .avx512: 1
      case .avx2: 2
      case .baseline: 4
      }
  }

  /// The nanoseconds that an epoch takes one network in a form whose lanes are all in use.
  public func nanosecondsPerEpoch(in form: TrainingForm) -> Double {
    let rows = Double(configuration.rows.train)
    let steps = rows / rowsPerStep
    let layers = Double(configuration.hidden.count + 1)
    return switch form {
    case .matrix: steps * layers * 60 + rows * (0.012 * products + 0.3 * units)
    case .single: steps * layers * 20 + rows * (0.15 * products + units)
    case .narrow: rows * vectorFactor * (0.021 * products + 0.07 * units + 1)
    case .wide: rows * vectorFactor * (0.024 * products + 0.08 * units + 0.4)
    }
  }

  /// Whether a step by matrix products takes so long that threads may share it.
  var isWorthSharing: Bool {
    let steps = Double(configuration.rows.train) / rowsPerStep
    return nanosecondsPerEpoch(in: .matrix) / steps > 100_000
  }

  /// How many rows make a step.
  private var rowsPerStep: Double {
    switch configuration.batchSize {
    case .full: Double(configuration.rows.train)
    case .rows(let size): Double(size)
    }
  }

  /// How many multiplications a row takes: forward, and backward to weights and to inputs, but for
  /// those of the first layer.
  private var products: Double {
    let sizes = configuration.layers.map(Double.init)
    let weights = zip(sizes, sizes.dropFirst()).map { $0 * $1 }
    return 3 * weights.reduce(0, +) - weights[0]
  }

  /// How many units a row has.
  private var units: Double { Double(configuration.layers.dropFirst().reduce(0, +)) }
}
