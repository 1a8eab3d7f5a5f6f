internal import Engine
internal import RunRecords

extension Network {
  /// The weights and biases as files have them: `layers.0.weight` `[outputs × inputs]` and
  /// `layers.0.bias` `[outputs]`, as `torch.nn.Linear` keeps them.
  func tensors(_ elements: ([S]) -> Tensor.Elements) -> [Tensor] {
    (0..<architecture.layerCount).flatMap { layer in
      let inputs = architecture.inputs(ofLayer: layer)
      let outputs = architecture.outputs(ofLayer: layer)
      return [
        Tensor(
          "layers.\(layer).weight", shape: [outputs, inputs], elements(weight(ofLayer: layer))),
        Tensor("layers.\(layer).bias", shape: [outputs], elements(bias(ofLayer: layer))),
      ]
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
      let inputs = architecture.inputs(ofLayer: layer)
      let outputs = architecture.outputs(ofLayer: layer)
      guard let weight = tensors.first(where: { $0.name == "layers.\(layer).weight" }),
        let bias = tensors.first(where: { $0.name == "layers.\(layer).bias" }),
        weight.shape == [outputs, inputs], bias.shape == [outputs],
        let weights = elements(weight.elements), let biases = elements(bias.elements)
      else { return nil }
      setWeight(weights, ofLayer: layer)
      setBias(biases, ofLayer: layer)
    }
  }
}

extension Tensor.Elements {
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
