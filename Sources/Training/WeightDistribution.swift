internal import Experiments
internal import Randomness
internal import Vocabulary

/// What an initial weight or bias is drawn from.
enum WeightDistribution {
  /// One number for all.
  case constant(Double)
  /// Uniform between minus and plus the limit.
  case uniform(limit: Double)
  /// Normal with mean 0.
  case normal(deviation: Double)
  /// Normal with mean 0, cut at two deviations, and scaled so that the deviation is as given after
  /// the cut.
  case truncatedNormal(deviation: Double)

  /// The distribution of a layer's weights, by the scales of Keras (`keras.initializers`): glorot is
  /// from Glorot and Bengio 2010, he from He et al. 2015, lecun from LeCun et al. 1998.
  init(_ initialization: Initialization, inputs: Int, outputs: Int) {
    let (fanIn, fanMean) = (Double(inputs), Double(inputs + outputs) / 2)
    self =
      switch initialization {
      case .normal: .normal(deviation: 1)
      case .uniform: .uniform(limit: 1)
      case .glorotUniform: .uniform(limit: (3 / fanMean).squareRoot())
      case .glorotNormal: .truncatedNormal(deviation: (1 / fanMean).squareRoot())
      case .heUniform: .uniform(limit: (6 / fanIn).squareRoot())
      case .heNormal: .truncatedNormal(deviation: (2 / fanIn).squareRoot())
      case .lecunUniform: .uniform(limit: (3 / fanIn).squareRoot())
      case .lecunNormal: .truncatedNormal(deviation: (1 / fanIn).squareRoot())
      case .zeros: .constant(0)
      }
  }

  /// The distribution of a layer's biases.
  init(_ source: BiasSource) {
    self =
      switch source {
      case .number(let number): .constant(number)
      case .word(.zeros): .constant(0)
      case .word(.normal): .normal(deviation: 1)
      case .word(.uniform): .uniform(limit: 1)
      }
  }

  /// The standard deviation of N(0, 1) cut at ±2: √(1 − 4·φ(2) / (1 − 2·Φ(−2))).
  private static let truncatedDeviation = 0.87962566103423978

  /// The next number.
  func draw(_ stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let number): number
    case .uniform(let limit): (2 * stream.nextUniform() - 1) * limit
    case .normal(let deviation): stream.nextNormal() * deviation
    case .truncatedNormal(let deviation):
      stream.nextTruncatedNormal() * (deviation / Self.truncatedDeviation)
    }
  }
}
