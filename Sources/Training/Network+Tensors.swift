internal import Engine
internal import RunRecords
internal import Vocabulary

extension Network {
  /// One of the arrays that a network consists of.
  private enum Part: String {
    case weight
    case bias
    case normScale = "norm.weight"
    case normShift = "norm.bias"
    case runningMean = "norm.running_mean"
    case runningVariance = "norm.running_var"
  }

  /// The arrays of a layer, in the order of files.
  private static func parts(of architecture: Architecture, layer: Int) -> [Part] {
    switch architecture.norm(ofLayer: layer)?.word {
    case nil: [.weight, .bias]
    case .layer: [.weight, .bias, .normScale, .normShift]
    case .batch: [.weight, .bias, .normScale, .normShift, .runningMean, .runningVariance]
    }
  }

  /// The sizes of an array of a layer.
  private static func shape(of part: Part, _ architecture: Architecture, layer: Int) -> [Int] {
    let outputs = architecture.outputs(ofLayer: layer)
    return switch part {
    case .weight: [outputs, architecture.inputs(ofLayer: layer)]
    case .bias, .normScale, .normShift, .runningMean, .runningVariance: [outputs]
    }
  }

  /// The network as files have it: `layers.0.weight` `[outputs × inputs]` and `layers.0.bias`
  /// `[outputs]`, as `torch.nn.Linear` keeps them, and norms as `torch.nn.BatchNorm1d` and
  /// `LayerNorm` do.
  func tensors(_ elements: ([S]) -> Tensor.Elements) -> [Tensor] {
    (0..<architecture.layerCount).flatMap { layer in
      Self.parts(of: architecture, layer: layer).map { part in
        let numbers =
          switch part {
          case .weight: weight(ofLayer: layer)
          case .bias: bias(ofLayer: layer)
          case .normScale: normScale(ofLayer: layer)
          case .normShift: normShift(ofLayer: layer)
          case .runningMean: runningMean(ofLayer: layer)
          case .runningVariance: runningVariance(ofLayer: layer)
          }
        return Tensor(
          "layers.\(layer).\(part.rawValue)",
          shape: Self.shape(of: part, architecture, layer: layer), elements(numbers))
      }
    }
  }

  /// The network that tensors describe, as `tensors(_:)` gives them.
  ///
  /// - Returns: nil if one is missing, or of another shape or format.
  init?(
    _ architecture: Architecture, tensors: [Tensor], _ elements: (Tensor.Elements) -> [S]?
  ) {
    self.init(architecture)
    for layer in 0..<architecture.layerCount {
      for part in Self.parts(of: architecture, layer: layer) {
        guard let tensor = tensors.first(where: { $0.name == "layers.\(layer).\(part.rawValue)" }),
          tensor.shape == Self.shape(of: part, architecture, layer: layer),
          let numbers = elements(tensor.elements)
        else { return nil }
        switch part {
        case .weight: setWeight(numbers, ofLayer: layer)
        case .bias: setBias(numbers, ofLayer: layer)
        case .normScale: setNormScale(numbers, ofLayer: layer)
        case .normShift: setNormShift(numbers, ofLayer: layer)
        case .runningMean: setRunningMean(numbers, ofLayer: layer)
        case .runningVariance: setRunningVariance(numbers, ofLayer: layer)
        }
      }
    }
  }
}

extension Tensor.Elements {
  /// The numbers, rounded once to a precision.
  func rounded<S: EngineScalar>() -> [S] {
    switch self {
    case .float32(let elements): elements.map { S($0) }
    case .float64(let elements): elements.map { S($0) }
    }
  }

  /// The numbers, if they are of this format.
  var asFloat32: [Float]? {
    guard case .float32(let elements) = self else { return nil }
    return elements
  }

  /// The numbers, if they are of this format.
  var asFloat64: [Double]? {
    guard case .float64(let elements) = self else { return nil }
    return elements
  }
}
