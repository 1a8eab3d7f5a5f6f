internal import KernelTable
internal import Vocabulary

/// Runs all layers on `inputs`: z = a W + b and a = f(z), first layer to last.
@inline(never) func forwardPass<S: StripScalar>(
  _ plan: NetworkPlan<S>, inputs: UnsafePointer<S>, rows: Int
) {
  var x = inputs
  var l = 0
  while l < plan.layerCount {
    let layer = plan.layers[l]
    let weights = plan.parameters + layer.parameterOffset
    let logits = plan.logits + layer.valueOffset
    let values = plan.values + layer.valueOffset
    denseForward(
      layer.shape(rows: rows), inputs: x, weights: weights,
      biases: weights + layer.inputs &* layer.outputs, logits: logits)
    if l &+ 1 < plan.layerCount {
      activateLayer(layer, rows, logits, values)
    } else {
      activateOutputs(plan, layer, rows, logits, values)
    }
    x = UnsafePointer(values)
    l &+= 1
  }
}

/// The sum given and the loss terms of all rows.
@inline(never) func addLossOfNetwork<S: KernelScalar>(
  _ plan: NetworkPlan<S>, targets: UnsafePointer<S>, rows: Int, to sum: Double
) -> Double {
  let last = plan.layers[plan.layerCount &- 1]
  return addLoss(
    plan.lossPlan(last, targets, rows: rows), room: plan.deltas + last.valueOffset, to: sum)
}

/// The gradients of a batch's loss, last layer to first: dW = xᵀ d, db = Σ d, and d of the layer
/// below = (d Wᵀ) · f′(z). Nothing is computed with respect to the inputs of the network.
@inline(never) func backwardPass<S: StripScalar>(
  _ plan: NetworkPlan<S>, inputs: UnsafePointer<S>, targets: UnsafePointer<S>, rows: Int
) {
  var l = plan.layerCount &- 1
  outputDeltas(plan, plan.layers[l], targets, rows)
  while l >= 0 {
    let layer = plan.layers[l]
    let shape = layer.shape(rows: rows)
    let deltas = plan.deltas + layer.valueOffset
    let gradient = plan.gradients + layer.parameterOffset
    let isFirst = l == 0
    let x = isFirst ? inputs : UnsafePointer(plan.values + plan.layers[l &- 1].valueOffset)
    denseWeightGradient(shape, inputs: x, deltas: deltas, gradient: gradient)
    denseBiasGradient(
      shape, deltas: deltas, gradient: gradient + layer.inputs &* layer.outputs)
    if !isFirst {
      let below = plan.layers[l &- 1]
      let deltasBelow = plan.deltas + below.valueOffset
      denseInputGradient(
        shape, deltas: deltas, weights: plan.parameters + layer.parameterOffset,
        gradient: deltasBelow, transposed: plan.transposed)
      multiplyByLayerDerivative(plan, below, rows, deltasBelow)
    }
    l &-= 1
  }
}

/// The derivatives of a batch's loss with respect to the logits of the last layer.
@inline(always) private func outputDeltas<S: KernelScalar>(
  _ plan: NetworkPlan<S>, _ last: LayerPlan, _ targets: UnsafePointer<S>, _ rows: Int
) {
  let deltas = plan.deltas + last.valueOffset
  lossGradient(plan.lossPlan(last, targets, rows: rows), to: deltas)
  switch plan.loss {
  case .mse, .sse, .mae: multiplyByLayerDerivative(plan, last, rows, deltas)
  case .binaryCrossEntropy, .crossEntropy: break
  }
}

/// The values of the last layer, by the activation that goes with the loss.
@inline(always) private func activateOutputs<S: KernelScalar>(
  _ plan: NetworkPlan<S>, _ layer: LayerPlan, _ rows: Int, _ logits: UnsafePointer<S>,
  _ values: UnsafeMutablePointer<S>
) {
  switch plan.loss {
  case .mse, .sse, .mae: activateLayer(layer, rows, logits, values)
  case .binaryCrossEntropy:
    activate(
      .sigmoid, parameter: .zero, logits: logits, values: values, count: rows &* layer.outputs)
  case .crossEntropy:
    softmax(rows: rows, features: layer.outputs, logits: logits, values: values)
  }
}

/// a = f(z) for all rows of a layer.
@inline(always) private func activateLayer<S: KernelScalar>(
  _ layer: LayerPlan, _ rows: Int, _ logits: UnsafePointer<S>, _ values: UnsafeMutablePointer<S>
) {
  activate(
    layer.activation, parameter: S(rounding: layer.parameter), logits: logits, values: values,
    count: rows &* layer.outputs)
}

/// d ← d · f′(z) for all rows of a layer.
@inline(always) private func multiplyByLayerDerivative<S: KernelScalar>(
  _ plan: NetworkPlan<S>, _ layer: LayerPlan, _ rows: Int, _ deltas: UnsafeMutablePointer<S>
) {
  multiplyByDerivative(
    layer.activation, parameter: S(rounding: layer.parameter),
    logits: plan.logits + layer.valueOffset, values: plan.values + layer.valueOffset,
    gradients: deltas, count: rows &* layer.outputs)
}

extension LayerPlan {
  /// The sizes of the layer's products.
  @inline(always) func shape(rows: Int) -> ProductShape {
    ProductShape(rows: rows, inputs: inputs, outputs: outputs)
  }
}

extension NetworkPlan where Scalar: KernelScalar {
  /// The last layer with targets.
  @inline(always) func lossPlan(
    _ last: LayerPlan, _ targets: UnsafePointer<Scalar>, rows: Int
  ) -> LossPlan<Scalar> {
    LossPlan(
      loss: loss, rows: rows, outputs: last.outputs, logits: logits + last.valueOffset,
      values: values + last.valueOffset, targets: targets)
  }
}
