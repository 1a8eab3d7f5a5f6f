internal import KernelInterface
internal import Vocabulary

/// Runs all layers, by the plain kernels.
func referenceForwardPass<S: StripScalar>(
  _ plan: NetworkPlan<S>, _ batch: BatchPlan<S>, isTraining: Bool
) {
  let rows = batch.rows
  var x = batch.inputs
  for l in 0..<plan.layerCount {
    let layer = plan.layers[l]
    let weights = plan.parameters + layer.parameterOffset
    let logits = plan.logits + layer.valueOffset
    let values = plan.values + layer.valueOffset
    referenceForward(
      layer.shape(rows: rows), outputs: 0..<layer.outputs, inputs: x, weights: weights,
      biases: weights + layer.inputs * layer.outputs, logits: logits)
    if let norm = layer.norm {
      referenceNormalize(plan, layer, norm, rows: rows, isTraining: isTraining)
    }
    activateLayerOneByOne(plan, l, rows: rows, logits, values)
    x = UnsafePointer(values)
    if isTraining, let offset = layer.dropoutOffset {
      for k in 0..<rows * layer.outputs {
        plan.dropped[offset + k] = values[k] * plan.dropoutFactors[offset + k]
      }
      x = UnsafePointer(plan.dropped + offset)
    }
  }
}

/// The gradients of a batch's loss, by the plain kernels.
func referenceBackwardPass<S: StripScalar>(
  _ plan: NetworkPlan<S>, _ batch: BatchPlan<S>
) {
  let rows = batch.rows
  for l in (0..<plan.layerCount).reversed() {
    let layer = plan.layers[l]
    let shape = layer.shape(rows: rows)
    let deltas = plan.deltas + layer.valueOffset
    let gradient = plan.gradients + layer.parameterOffset
    if let offset = layer.dropoutOffset {
      for k in 0..<rows * layer.outputs {
        deltas[k] = deltas[k] * plan.dropoutFactors[offset + k]
      }
    }
    var followsActivation = true
    if l == plan.layerCount - 1 {
      referenceLossGradient(
        plan.lossPlan(layer, targets: batch.targets, rows: rows, lanes: 1), to: deltas)
      switch plan.loss {
      case .mse, .sse, .mae, .huber: break
      case .binaryCrossEntropy, .crossEntropy: followsActivation = false
      }
    }
    if followsActivation {
      for k in 0..<rows * layer.outputs {
        multiplyByDerivative(
          layer.activation, parameter: S(rounding: layer.parameter),
          logits: plan.logits + layer.valueOffset + k, values: plan.values + layer.valueOffset + k,
          gradients: deltas + k, count: 1, S.self)
      }
    }
    if l == plan.layerCount - 1, let weights = plan.classWeights {
      for k in 0..<rows * layer.outputs {
        let targets = batch.targets + k / layer.outputs * layer.outputs
        let weight = classWeight(targets, outputs: layer.outputs, weights)
        deltas[k] = (deltas[k] * weight).squarableOrZero
      }
    }
    if let norm = layer.norm { referenceNormalizeDeltas(plan, layer, norm, rows: rows) }
    let x = referenceInputs(plan, batch, ofLayer: l)
    referenceWeightGradient(
      shape, inputs: 0..<layer.inputs, isContinued: false, inputs: x, deltas: deltas,
      gradient: gradient)
    referenceBiasGradient(
      shape, outputs: 0..<layer.outputs, isContinued: false, deltas: deltas,
      gradient: gradient + layer.inputs * layer.outputs)
    if l > 0 {
      referenceInputGradient(
        shape, inputs: 0..<layer.inputs, deltas: deltas,
        weights: plan.parameters + layer.parameterOffset,
        gradient: plan.deltas + plan.layers[l - 1].valueOffset)
    }
  }
}

/// What a layer is fed with in training.
private func referenceInputs<S: StripScalar>(
  _ plan: NetworkPlan<S>, _ batch: BatchPlan<S>, ofLayer l: Int
) -> UnsafePointer<S> {
  guard l > 0 else { return batch.inputs }
  let below = plan.layers[l - 1]
  if let offset = below.dropoutOffset { return UnsafePointer(plan.dropped + offset) }
  return UnsafePointer(plan.values + below.valueOffset)
}

/// Makes steps, by the plain kernels.
func referenceTrain<S: StripScalar>(
  _ network: NetworkPlan<S>, _ batch: BatchPlan<S>, by plan: UpdatePlan<S>, steps: Int
) {
  for step in 0..<steps {
    referenceForwardPass(network, batch, isTraining: true)
    referenceBackwardPass(network, batch)
    referenceUpdate(network, by: plan, step: step)
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
    case .mse, .sse, .mae, .huber: break
    case .binaryCrossEntropy: activation = .sigmoid
    case .crossEntropy:
      referenceSoftmax(rows: rows, features: layer.outputs, logits: logits, values: values)
      return
    }
  }
  for k in 0..<rows * layer.outputs {
    activate(
      activation, parameter: S(rounding: layer.parameter), logits: logits + k, values: values + k,
      count: 1, S.self)
  }
}
