internal import KernelTable
internal import Vocabulary

/// Runs all layers, by the plain kernels.
func referenceForwardPass<S: StripScalar>(
  _ plan: NetworkPlan<S>, inputs: UnsafePointer<S>, rows: Int
) {
  var x = inputs
  for l in 0..<plan.layerCount {
    let layer = plan.layers[l]
    let weights = plan.parameters + layer.parameterOffset
    let logits = plan.logits + layer.valueOffset
    let values = plan.values + layer.valueOffset
    referenceForward(
      layer.shape(rows: rows), inputs: x, weights: weights,
      biases: weights + layer.inputs * layer.outputs, logits: logits)
    activateLayerOneByOne(plan, l, rows: rows, logits, values)
    x = UnsafePointer(values)
  }
}

/// The gradients of a batch's loss, by the plain kernels.
func referenceBackwardPass<S: StripScalar>(
  _ plan: NetworkPlan<S>, inputs: UnsafePointer<S>, targets: UnsafePointer<S>, rows: Int
) {
  for l in (0..<plan.layerCount).reversed() {
    let layer = plan.layers[l]
    let shape = layer.shape(rows: rows)
    let deltas = plan.deltas + layer.valueOffset
    let gradient = plan.gradients + layer.parameterOffset
    var followsActivation = true
    if l == plan.layerCount - 1 {
      referenceLossGradient(plan.lossPlan(layer, targets, rows: rows), to: deltas)
      switch plan.loss {
      case .mse, .sse, .mae: break
      case .binaryCrossEntropy, .crossEntropy: followsActivation = false
      }
    }
    if followsActivation {
      for k in 0..<rows * layer.outputs {
        multiplyByDerivative(
          layer.activation, parameter: S(rounding: layer.parameter),
          logits: plan.logits + layer.valueOffset + k, values: plan.values + layer.valueOffset + k,
          gradients: deltas + k, count: 1)
      }
    }
    let x = l == 0 ? inputs : UnsafePointer(plan.values + plan.layers[l - 1].valueOffset)
    referenceWeightGradient(shape, inputs: x, deltas: deltas, gradient: gradient)
    referenceBiasGradient(shape, deltas: deltas, gradient: gradient + layer.inputs * layer.outputs)
    if l > 0 {
      referenceInputGradient(
        shape, deltas: deltas, weights: plan.parameters + layer.parameterOffset,
        gradient: plan.deltas + plan.layers[l - 1].valueOffset)
    }
  }
}

/// The values of layer `l`, each number by itself.
private func activateLayerOneByOne<S: StripScalar>(
  _ plan: NetworkPlan<S>, _ l: Int, rows: Int, _ logits: UnsafePointer<S>,
  _ values: UnsafeMutablePointer<S>
) {
  let layer = plan.layers[l]
  var activation = layer.activation
  if l == plan.layerCount - 1 {
    switch plan.loss {
    case .mse, .sse, .mae: break
    case .binaryCrossEntropy: activation = .sigmoid
    case .crossEntropy:
      referenceSoftmax(rows: rows, features: layer.outputs, logits: logits, values: values)
      return
    }
  }
  for k in 0..<rows * layer.outputs {
    activate(
      activation, parameter: S(rounding: layer.parameter), logits: logits + k, values: values + k,
      count: 1)
  }
}
