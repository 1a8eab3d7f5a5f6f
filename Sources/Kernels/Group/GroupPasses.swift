internal import KernelInterface
internal import Vocabulary

/// The passes through a group of networks.
struct GroupPasses<R: RunLanes> {
  /// The precision.
  typealias S = R.Scalar

  /// The networks.
  let network: NetworkPlan<S>
  /// The rows.
  let batch: BatchPlan<S>

  /// The last layer.
  @inline(always) var last: LayerPlan { network.layers[network.layerCount &- 1] }

  /// What a layer is fed with: the values of the layer below, or the batch.
  @inline(always) func inputs(ofLayer l: Int) -> UnsafePointer<S> {
    l == 0
      ? batch.inputs
      : UnsafePointer(network.values + network.layers[l &- 1].valueOffset &* R.count)
  }

  /// What is computed from the logits of a layer by itself.
  @inline(always) func activation(ofLayer l: Int) -> Activation {
    guard l == network.layerCount &- 1 else { return network.layers[l].activation }
    return switch network.loss {
    case .mse, .sse, .mae, .huber: last.activation
    case .binaryCrossEntropy: .sigmoid
    case .crossEntropy: .linear
    }
  }

  /// Whether z of a layer is read by itself, apart from f(z).
  @inline(always) func readsLogits(ofLayer l: Int, _ activation: Activation) -> Bool {
    if activation.derivativeNeedsLogit { return true }
    guard l == network.layerCount &- 1 else { return false }
    return switch network.loss {
    case .mse, .sse, .mae, .huber: false
    case .binaryCrossEntropy, .crossEntropy: true
    }
  }

  /// The last layer with targets.
  @inline(always) var lossPlan: LossPlan<S> {
    network.lossPlan(last, targets: batch.targets, rows: batch.rows, lanes: R.count)
  }

  /// Runs all layers: z = x W + b and a = f(z), first layer to last.
  @inline(always) func forward() {
    var l = 0
    while l < network.layerCount {
      runGroupLayer(self, l)
      l &+= 1
    }
    if network.loss == .crossEntropy {
      let offset = last.valueOffset &* R.count
      groupSoftmax(
        R.self, positions: batch.rows &* R.count, outputs: last.outputs,
        logits: network.logits + offset, values: network.values + offset)
    }
  }

  /// The gradients of the batch's loss, last layer to first; each is handed to `finish` when nobody
  /// needs its parameter any more.
  @inline(always) func backward<Finish: GradientFinish>(_ finish: Finish) where Finish.R == R {
    outputDelta()
    var l = network.layerCount &- 1
    while l > 0 {
      inputGradientOfGroup(self, l)
      writeGroupGradient(self, l, finish)
      l &-= 1
    }
    writeGroupGradient(self, 0, finish)
  }

  /// The derivatives with respect to the logits of the last layer.
  @inline(always) private func outputDelta() {
    let plan = lossPlan
    let deltas = network.deltas + last.valueOffset &* R.count
    lossGradient(plan, R.Stretch.self, to: deltas)
    switch network.loss {
    case .mse, .sse, .mae, .huber:
      multiplyByDerivative(
        last.activation, parameter: S(rounding: last.parameter), logits: plan.logits,
        values: plan.values, gradients: deltas, count: plan.count, R.Stretch.self)
    case .binaryCrossEntropy, .crossEntropy: break
    }
  }
}

/// One layer: z = x W + b and a = f(z), where f is a common one while z is in registers.
@inline(never) private func runGroupLayer<R: RunLanes>(_ passes: GroupPasses<R>, _ l: Int) {
  let network = passes.network
  let layer = network.layers[l]
  let activation = passes.activation(ofLayer: l)
  let weights = network.parameters + layer.parameterOffset &* R.count
  let values = network.values + layer.valueOffset &* R.count
  let logits =
    passes.readsLogits(ofLayer: l, activation)
    ? network.logits + layer.valueOffset &* R.count : nil
  let product = UnitProduct<R>(
    rows: passes.batch.rows, units: layer.outputs, depth: layer.inputs,
    inputs: passes.inputs(ofLayer: l), weights: weights,
    depthStride: layer.outputs &* R.count, unitStride: R.count,
    start: weights + layer.inputs &* layer.outputs &* R.count)
  switch activation {
  case .sigmoid where isFusedInstruction:
    product.compute(ActivatedSums<Sigmoid, R.Scalar>(logits: logits, values: values))
  case .tanh where isFusedInstruction:
    product.compute(ActivatedSums<Tanh, R.Scalar>(logits: logits, values: values))
  case .relu where isFusedInstruction:
    product.compute(ActivatedSums<Relu, R.Scalar>(logits: logits, values: values))
  default:
    let logits = logits ?? values
    product.compute(StoredSums<R.Scalar>(target: logits))
    activate(
      activation, parameter: R.Scalar(rounding: layer.parameter), logits: logits,
      values: values, count: layer.outputs &* passes.batch.rows &* R.count, R.Stretch.self)
  }
}

/// The deltas of the layer below layer `l`: (d Wᵀ) · f′(z).
@inline(never) private func inputGradientOfGroup<R: RunLanes>(_ passes: GroupPasses<R>, _ l: Int) {
  let network = passes.network
  let layer = network.layers[l]
  let below = network.layers[l &- 1]
  let start = below.valueOffset &* R.count
  let deltas = network.deltas + start
  let values = UnsafePointer(network.values + start)
  let product = UnitProduct<R>(
    rows: passes.batch.rows, units: layer.inputs, depth: layer.outputs,
    inputs: network.deltas + layer.valueOffset &* R.count,
    weights: network.parameters + layer.parameterOffset &* R.count,
    depthStride: R.count, unitStride: layer.outputs &* R.count, start: nil)
  switch below.activation {
  case .sigmoid where isFusedInstruction:
    product.compute(SumsTimesDerivative<Sigmoid, R.Scalar>(values: values, target: deltas))
  case .tanh where isFusedInstruction:
    product.compute(SumsTimesDerivative<Tanh, R.Scalar>(values: values, target: deltas))
  case .relu where isFusedInstruction:
    product.compute(SumsTimesDerivative<Relu, R.Scalar>(values: values, target: deltas))
  default:
    product.compute(StoredSums<R.Scalar>(target: deltas))
    multiplyByDerivative(
      below.activation, parameter: R.Scalar(rounding: below.parameter),
      logits: network.logits + start, values: values, gradients: deltas,
      count: layer.inputs &* passes.batch.rows &* R.count, R.Stretch.self)
  }
}

/// The gradient of layer `l`.
@inline(never) private func writeGroupGradient<R: RunLanes, Finish: GradientFinish>(
  _ passes: GroupPasses<R>, _ l: Int, _ finish: Finish
) where Finish.R == R {
  let layer = passes.network.layers[l]
  R.compute(
    GroupGradient<R, Finish>(
      shape: layer.shape(rows: passes.batch.rows), inputs: passes.inputs(ofLayer: l),
      deltas: passes.network.deltas + layer.valueOffset &* R.count,
      finish: finish.from(layer.parameterOffset &* R.count)))
}
