internal import KernelInterface
internal import Vocabulary

/// Where the numbers of a network's layers lie in its buffers, and how long those are.
struct Layout {
  /// The layers as kernels see them.
  private(set) var layers: [LayerPlan] = []
  /// How many values, logits and deltas there are, with what aligns them.
  private(set) var valueCount = 0
  /// How many numbers norms keep.
  private(set) var normCount = 0
  /// How many factors of dropout there are.
  private(set) var dropoutCount = 0

  /// Lays out an architecture for `rowCapacity` rows.
  init(_ architecture: Architecture, rowCapacity: Int) {
    for layer in 0..<architecture.layerCount {
      let activation = architecture.activation(ofLayer: layer)
      let outputs = architecture.outputs(ofLayer: layer)
      let count = padded(rowCapacity * outputs)
      let hasDropout = layer < architecture.hidden.count && architecture.hidden[layer].dropout > 0
      layers.append(
        LayerPlan(
          inputs: architecture.inputs(ofLayer: layer), outputs: outputs,
          activation: activation.word, parameter: activation.parameter,
          parameterOffset: architecture.parameterOffset(ofLayer: layer), valueOffset: valueCount,
          norm: normPlan(architecture, layer, rowCapacity: rowCapacity),
          dropoutOffset: hasDropout ? dropoutCount : nil))
      valueCount += count
      if hasDropout { dropoutCount += count }
    }
  }

  /// How many numbers the products of all layers need room for, on each thread.
  func scratchCount(rowCapacity: Int) -> Int {
    let counts = layers.map { layer in
      ProductShape(rows: rowCapacity, inputs: layer.inputs, outputs: layer.outputs).scratchCount
    }
    return padded(counts.max() ?? 0)
  }

  /// The normalisation of a layer, if it has one.
  private mutating func normPlan(
    _ architecture: Architecture, _ layer: Int, rowCapacity: Int
  ) -> NormPlan? {
    guard let norm = architecture.norm(ofLayer: layer) else { return nil }
    let outputs = architecture.outputs(ofLayer: layer)
    let meanOffset = normCount
    let deviationOffset = meanOffset + padded(norm.word == .batch ? outputs : 0)
    let normalizedOffset = deviationOffset + padded(norm.word == .batch ? outputs : rowCapacity)
    normCount = normalizedOffset + padded(rowCapacity * outputs)
    return NormPlan(
      norm: norm.word, epsilon: norm.number("epsilon"),
      momentum: norm.word == .batch ? norm.number("momentum") : 0,
      statisticsOffset: architecture.statisticsOffset(ofLayer: layer), meanOffset: meanOffset,
      deviationOffset: deviationOffset, normalizedOffset: normalizedOffset)
  }
}

extension Architecture {
  /// What follows a layer's weighted sums; what stands for softmax is not read.
  fileprivate func activation(ofLayer layer: Int) -> Choice<Activation> {
    if layer < hidden.count { return hidden[layer].activation }
    return switch objective {
    case .meanSquaredError(let output), .sumOfSquaredErrors(let output),
      .meanAbsoluteError(let output), .huberLoss(let output, _):
      output
    case .binaryCrossEntropy: Choice(.sigmoid)
    case .crossEntropy: Choice(.linear)
    }
  }
}
