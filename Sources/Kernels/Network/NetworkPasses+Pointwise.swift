internal import KernelInterface
internal import Vocabulary

// What is done at every unit of a thread's rows by itself.
extension NetworkPasses {
  /// Where the numbers of this thread's rows begin in those of a layer.
  @inline(always) func start(_ layer: LayerPlan) -> Int { rows.lowerBound &* layer.outputs }

  /// How many units this thread's rows have in a layer.
  @inline(always) func count(_ layer: LayerPlan) -> Int { rowCount &* layer.outputs }

  /// a = f(z).
  @inline(always) func writeValues(_ layer: LayerPlan) {
    let start = layer.valueOffset &+ start(layer)
    activate(
      layer.activation, parameter: S(rounding: layer.parameter), logits: network.logits + start,
      values: network.values + start, count: count(layer), S.Block.self)
  }

  /// The values of the last layer, by the activation that goes with the loss.
  @inline(always) func writeOutputs(_ layer: LayerPlan) {
    let start = layer.valueOffset &+ start(layer)
    switch network.loss {
    case .mse, .sse, .mae, .huber: writeValues(layer)
    case .binaryCrossEntropy:
      activate(
        .sigmoid, parameter: .zero, logits: network.logits + start,
        values: network.values + start, count: count(layer), S.Block.self)
    case .crossEntropy:
      softmax(
        rows: rowCount, features: layer.outputs, logits: network.logits + start,
        values: network.values + start, scratch: network.scratch)
    }
  }

  /// The derivatives of a batch's loss with respect to the logits of the last layer.
  @inline(always) func outputDelta(_ last: LayerPlan) {
    let start = last.valueOffset &+ start(last)
    lossGradient(
      LossPlan(
        loss: network.loss, parameter: network.lossParameter, rows: rowCount,
        outputs: last.outputs, batchRows: batch.rows, logits: network.logits + start,
        values: network.values + start, targets: batch.targets + self.start(last)),
      S.Vector.self, to: network.deltas + start)
    switch network.loss {
    case .mse, .sse, .mae, .huber: multiplyBySlopes(last)
    case .binaryCrossEntropy, .crossEntropy: break
    }
    if let weights = network.classWeights {
      multiplyByClassWeights(
        rows: rowCount, outputs: last.outputs, targets: batch.targets + self.start(last),
        weights: weights, deltas: network.deltas + start)
    }
  }

  /// d ← d · f′(z).
  @inline(always) func multiplyBySlopes(_ layer: LayerPlan) {
    let start = layer.valueOffset &+ start(layer)
    multiplyByDerivative(
      layer.activation, parameter: S(rounding: layer.parameter), logits: network.logits + start,
      values: network.values + start, gradients: network.deltas + start, count: count(layer),
      S.Block.self)
  }

  /// What a layer passes on: its values times the factors of dropout.
  @inline(always) func drop(_ layer: LayerPlan, at offset: Int) {
    let start = start(layer)
    let product = Product(
      a: network.values + (layer.valueOffset &+ start),
      b: network.dropoutFactors + (offset &+ start), product: network.dropped + (offset &+ start))
    forEach(product, count: count(layer), S.Block.self)
  }

  /// The deltas of values from those of what a layer passes on.
  @inline(always) func dropDeltas(_ layer: LayerPlan, at offset: Int) {
    let start = start(layer)
    let deltas = network.deltas + (layer.valueOffset &+ start)
    let product = Product(
      a: deltas, b: network.dropoutFactors + (offset &+ start), product: deltas)
    forEach(product, count: count(layer), S.Block.self)
  }
}

/// The products of numbers by pairs.
private struct Product<S: KernelScalar>: Pointwise {
  /// The numbers.
  let a: UnsafePointer<S>
  /// What they are multiplied by.
  let b: UnsafePointer<S>
  /// Where the products go.
  let product: UnsafeMutablePointer<S>

  @inline(always) func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S {
    (L.load(a + place) * L.load(b + place)).store(product + place)
  }
}

extension LayerPlan {
  /// The sizes of the layer's products.
  @inline(always) func shape(rows: Int) -> ProductShape {
    ProductShape(rows: rows, inputs: inputs, outputs: outputs)
  }

  /// How many parameters the layer has.
  @inline(always) var parameterCount: Int {
    (inputs &+ (norm == nil ? 1 : 3)) &* outputs
  }
}

extension NetworkPlan where Scalar: KernelScalar {
  /// The last layer with targets.
  @inline(always) func lossPlan(
    _ last: LayerPlan, targets: UnsafePointer<Scalar>, rows: Int, lanes: Int
  ) -> LossPlan<Scalar> {
    let offset = last.valueOffset &* lanes
    return LossPlan(
      loss: loss, parameter: lossParameter, rows: rows, outputs: last.outputs, lanes: lanes,
      logits: logits + offset, values: values + offset, targets: targets)
  }
}
