internal import KernelTable
internal import Vocabulary

extension Architecture {
  /// The layers as kernels see them, in buffers for `rowCapacity` rows.
  func layerPlans(rowCapacity: Int) -> [LayerPlan] {
    var valueOffset = 0
    return (0..<layerCount).map { layer in
      let activation = self.activation(ofLayer: layer)
      defer { valueOffset += padded(rowCapacity * outputs(ofLayer: layer)) }
      return LayerPlan(
        inputs: inputs(ofLayer: layer), outputs: outputs(ofLayer: layer),
        activation: activation.word, parameter: activation.parameter,
        parameterOffset: parameterOffset(ofLayer: layer), valueOffset: valueOffset)
    }
  }

  /// What follows a layer's weighted sums; what stands for softmax is not read.
  private func activation(ofLayer layer: Int) -> Choice<Activation> {
    if layer < hidden.count { return hidden[layer].activation }
    return switch objective {
    case .meanSquaredError(let output), .sumOfSquaredErrors(let output),
      .meanAbsoluteError(let output):
      output
    case .binaryCrossEntropy: Choice(.sigmoid)
    case .crossEntropy: Choice(.linear)
    }
  }
}
