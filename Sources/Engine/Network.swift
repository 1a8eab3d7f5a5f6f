/// A network as a value: an architecture with its weights, its biases, and what norms have learned and
/// seen.
public struct Network<S: EngineScalar>: Equatable, Sendable {
  /// The shape.
  public let architecture: Architecture
  /// Layer after layer the weights, `[inputs × outputs]` row-major, the biases, `[outputs]`, and of a
  /// norm the scale and the shift, `[outputs]` each.
  var parameters: [S]
  /// Of each layer with `batch` the running means and variances, `[outputs]` each.
  var statistics: [S]

  /// A network whose weights and biases are all 0; norms are at their beginning.
  public init(_ architecture: Architecture) {
    self.init(architecture, parameters: Array(repeating: 0, count: architecture.parameterCount))
    for layer in 0..<architecture.layerCount where architecture.norm(ofLayer: layer) != nil {
      let ones = [S](repeating: 1, count: architecture.outputs(ofLayer: layer))
      setNormScale(ones, ofLayer: layer)
    }
  }

  /// A network of parameters laid out as above, and of `statistics`, at first if nil: means 0,
  /// variances 1.
  init(_ architecture: Architecture, parameters: [S], statistics: [S]? = nil) {
    self.architecture = architecture
    self.parameters = parameters
    self.statistics = statistics ?? Self.initialStatistics(architecture)
  }

  /// The weights of a layer, `[outputs × inputs]` row-major: row j holds what output j weighs the
  /// inputs with, as `torch.nn.Linear` keeps them.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public func weight(ofLayer layer: Int) -> [S] {
    let inputs = architecture.inputs(ofLayer: layer)
    let outputs = architecture.outputs(ofLayer: layer)
    let offset = architecture.parameterOffset(ofLayer: layer)
    var weight: [S] = []
    weight.reserveCapacity(outputs * inputs)
    for output in 0..<outputs {
      for input in 0..<inputs { weight.append(parameters[offset + input * outputs + output]) }
    }
    return weight
  }

  /// The biases of a layer, `[outputs]`.
  public func bias(ofLayer layer: Int) -> [S] {
    Array(parameters[biasRange(ofLayer: layer)])
  }

  /// Replaces the weights of a layer by others, `[outputs × inputs]` row-major.
  ///
  /// - Precondition: there are `outputs × inputs` of them.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func setWeight(_ weight: [S], ofLayer layer: Int) {
    let inputs = architecture.inputs(ofLayer: layer)
    let outputs = architecture.outputs(ofLayer: layer)
    let offset = architecture.parameterOffset(ofLayer: layer)
    precondition(weight.count == outputs * inputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        parameters[offset + input * outputs + output] = weight[output * inputs + input]
      }
    }
  }

  /// Replaces the biases of a layer.
  ///
  /// - Precondition: there are `outputs` of them.
  public mutating func setBias(_ bias: [S], ofLayer layer: Int) {
    parameters.overwrite(biasRange(ofLayer: layer), with: bias)
  }

  /// Where the biases of a layer stand among the parameters.
  private func biasRange(ofLayer layer: Int) -> Range<Int> {
    let outputs = architecture.outputs(ofLayer: layer)
    let start =
      architecture.parameterOffset(ofLayer: layer) + architecture.inputs(ofLayer: layer) * outputs
    return start..<start + outputs
  }
}
