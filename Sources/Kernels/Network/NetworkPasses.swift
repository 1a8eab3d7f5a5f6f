internal import KernelInterface
internal import Vocabulary

/// Runs all layers, first layer to last: z = x W + b, the norm if there is one, a = f(z) and, in
/// training, dropout.
@inline(never) func forwardPass<S: StripScalar>(
  _ network: NetworkPlan<S>, _ batch: BatchPlan<S>, isTraining: Bool
) {
  NetworkPasses(network, batch, isTraining: isTraining).forward()
}

/// The gradients of a batch's loss, last layer to first: d of the layer below = (d Wᵀ) · f′(z), then
/// dW = xᵀ d and db = Σ d of all layers. Nothing is computed with respect to the inputs of the network.
@inline(never) func backwardPass<S: StripScalar>(_ network: NetworkPlan<S>, _ batch: BatchPlan<S>) {
  NetworkPasses(network, batch, isTraining: true).backward()
}

/// Adds the loss terms of all rows to the sum.
@inline(never) func addLossOfNetwork<S: StripScalar>(
  _ plan: NetworkPlan<S>, _ batch: BatchPlan<S>, to sum: UnsafeMutablePointer<Double>
) {
  let last = plan.layers[plan.layerCount &- 1]
  sum[0] = addLoss(
    plan.lossPlan(last, targets: batch.targets, rows: batch.rows, lanes: 1),
    scratch: plan.deltas + last.valueOffset, to: sum[0])
}

/// The passes through one network, as far as one thread of a team makes them.
///
/// A thread takes its rows through all layers, and waits for the others only where something is over
/// all rows: the statistics of `batch`, and the gradients of parameters, of which it computes its
/// part. Only where rows are so few that tiles would stay empty, products are split by units.
struct NetworkPasses<S: StripScalar> {
  /// The network.
  let network: NetworkPlan<S>
  /// The rows.
  let batch: BatchPlan<S>
  /// Whether units are dropped, and `batch` normalises by the statistics of the batch.
  let isTraining: Bool
  /// The rows of this thread.
  let rows: Range<Int>

  /// Takes this thread's part of the rows.
  @inline(always) init(_ network: NetworkPlan<S>, _ batch: BatchPlan<S>, isTraining: Bool) {
    self.network = network
    self.batch = batch
    self.isTraining = isTraining
    rows = network.thread.part(of: batch.rows, multipleOf: 8)
  }

  /// How many rows are this thread's.
  @inline(always) var rowCount: Int { rows.upperBound &- rows.lowerBound }

  /// Runs all layers.
  @inline(always) func forward() {
    var l = 0
    while l < network.layerCount {
      let layer = network.layers[l]
      affine(layer, inputs: inputs(ofLayer: l))
      if let norm = layer.norm { normalize(self, layer, norm) }
      if l &+ 1 < network.layerCount {
        writeValues(layer)
      } else {
        writeOutputs(layer)
      }
      if isTraining, let offset = layer.dropoutOffset { drop(layer, at: offset) }
      l &+= 1
    }
  }

  /// Fills the deltas of all layers, then the gradients of all parameters.
  @inline(always) func backward() {
    var l = network.layerCount &- 1
    outputDelta(network.layers[l])
    while l > 0 {
      let below = network.layers[l &- 1]
      inputGradient(network.layers[l], below)
      if let offset = below.dropoutOffset { dropDeltas(below, at: offset) }
      multiplyBySlopes(below)
      if let norm = below.norm { normalizeDeltas(self, below, norm) }
      l &-= 1
    }
    network.thread.synchronize()
    while l < network.layerCount {
      writeGradient(network.layers[l], inputs: inputs(ofLayer: l))
      l &+= 1
    }
  }

  /// What a layer is fed with: what the layer below passes on, or the batch.
  @inline(always) private func inputs(ofLayer l: Int) -> UnsafePointer<S> {
    guard l > 0 else { return batch.inputs }
    let below = network.layers[l &- 1]
    if isTraining, let offset = below.dropoutOffset {
      return UnsafePointer(network.dropped + offset)
    }
    return UnsafePointer(network.values + below.valueOffset)
  }

  /// Whether the threads split a product that is `units` wide by units, not by rows.
  @inline(always) private func splitsUnits(_ units: Int) -> Bool {
    network.thread.count > 1 && batch.rows < 32 &* network.thread.count && batch.rows < units
  }

  /// z = x W + b.
  @inline(always) private func affine(_ layer: LayerPlan, inputs x: UnsafePointer<S>) {
    let weights = network.parameters + layer.parameterOffset
    let biases = weights + layer.inputs &* layer.outputs
    let logits = network.logits + layer.valueOffset
    if splitsUnits(layer.outputs) {
      network.thread.synchronize()
      denseForward(
        layer.shape(rows: batch.rows),
        outputs: network.thread.part(of: layer.outputs, multipleOf: 32),
        inputs: x, weights: weights, biases: biases, logits: logits, scratch: network.scratch)
      network.thread.synchronize()
    } else if rowCount > 0 {
      denseForward(
        layer.shape(rows: rowCount), outputs: 0..<layer.outputs,
        inputs: x + rows.lowerBound &* layer.inputs, weights: weights, biases: biases,
        logits: logits + rows.lowerBound &* layer.outputs, scratch: network.scratch)
    }
  }

  /// d of the layer below = d Wᵀ.
  @inline(always) private func inputGradient(_ layer: LayerPlan, _ below: LayerPlan) {
    let weights = UnsafePointer(network.parameters + layer.parameterOffset)
    let deltas = UnsafePointer(network.deltas + layer.valueOffset)
    let deltasBelow = network.deltas + below.valueOffset
    if splitsUnits(layer.inputs) {
      network.thread.synchronize()
      denseInputGradient(
        layer.shape(rows: batch.rows),
        inputs: network.thread.part(of: layer.inputs, multipleOf: 32),
        deltas: deltas, weights: weights, gradient: deltasBelow, scratch: network.scratch)
      network.thread.synchronize()
    } else if rowCount > 0 {
      denseInputGradient(
        layer.shape(rows: rowCount), inputs: 0..<layer.inputs,
        deltas: deltas + rows.lowerBound &* layer.outputs, weights: weights,
        gradient: deltasBelow + rows.lowerBound &* layer.inputs, scratch: network.scratch)
    }
  }

  /// dW = xᵀ d for this thread's part of the inputs, and db = Σ d for its part of the outputs.
  @inline(always) private func writeGradient(_ layer: LayerPlan, inputs x: UnsafePointer<S>) {
    let shape = layer.shape(rows: batch.rows)
    let deltas = network.deltas + layer.valueOffset
    let gradient = network.gradients + layer.parameterOffset
    let inputs = network.thread.part(of: layer.inputs, multipleOf: 8)
    if inputs.lowerBound < inputs.upperBound {
      denseWeightGradient(
        shape, inputs: inputs, isContinued: false, inputs: x, deltas: deltas, gradient: gradient,
        scratch: network.scratch)
    }
    let outputs = network.thread.part(of: layer.outputs, multipleOf: 16)
    denseBiasGradient(
      shape, outputs: outputs, isContinued: false, deltas: deltas,
      gradient: gradient + layer.inputs &* layer.outputs)
  }
}
