internal import KernelInterface
internal import Vocabulary

/// Normalises the weighted sums of a layer: those of a thread's rows, once all rows are there for
/// what is over all of them.
@inline(never) func normalize<S: StripScalar>(
  _ passes: NetworkPasses<S>, _ layer: LayerPlan, _ norm: NormPlan
) {
  switch norm.norm {
  case .batch:
    let thread = passes.network.thread
    let units = thread.part(of: layer.outputs, multipleOf: 16)
    let batch = passes.batchNorm(layer, norm, rows: 0..<passes.batch.rows)
    if passes.isTraining {
      thread.synchronize()
      forEach(
        BatchStatistics(norm: batch), from: units.lowerBound, count: units.upperBound,
        S.Block.self)
    } else {
      forEach(
        RunningStatistics(norm: batch), from: units.lowerBound, count: units.upperBound,
        S.Vector.self)
    }
    thread.synchronize()
    let part = passes.batchNorm(layer, norm, rows: passes.rows)
    forEach(BatchValues(norm: part), count: layer.outputs, S.Block.self)
  case .layer:
    passes.layerNorm(layer, norm)
      .writeValues(passes.network.logits + (layer.valueOffset &+ passes.start(layer)))
  }
}

/// The gradients of a layer's scale and shift, and the deltas of its weighted sums in place of those
/// of what the norm made of them.
@inline(never) func normalizeDeltas<S: StripScalar>(
  _ passes: NetworkPasses<S>, _ layer: LayerPlan, _ norm: NormPlan
) {
  let network = passes.network
  let scaleOffset = layer.scaleOffset
  let deltas = network.deltas + layer.valueOffset
  let normalized = network.normScratch + norm.normalizedOffset
  let scaleGradient = network.gradients + scaleOffset
  let shiftGradient = scaleGradient + layer.outputs
  let units = network.thread.part(of: layer.outputs, multipleOf: 16)
  network.thread.synchronize()
  forEach(
    NormGradient(
      rows: passes.batch.rows, units: layer.outputs, deltas: deltas, normalized: normalized,
      scales: scaleGradient, shifts: shiftGradient),
    from: units.lowerBound, count: units.upperBound, S.Block.self)
  network.thread.synchronize()
  let start = passes.start(layer)
  switch norm.norm {
  case .batch:
    forEach(
      BatchDeltas(
        batchRows: passes.batch.rows, rows: passes.rowCount, units: layer.outputs,
        deltas: deltas + start, normalized: normalized + start,
        deviations: network.normScratch + norm.deviationOffset,
        scales: network.parameters + scaleOffset, products: scaleGradient, sums: shiftGradient),
      count: layer.outputs, S.Block.self)
  case .layer: passes.layerNorm(layer, norm).inputGradient(deltas + start)
  }
}

extension NetworkPasses {
  /// Some rows of a batch norm.
  @inline(always) fileprivate func batchNorm(
    _ layer: LayerPlan, _ norm: NormPlan, rows: Range<Int>
  ) -> BatchNorm<S> {
    let start = rows.lowerBound &* layer.outputs
    let scales = network.parameters + layer.scaleOffset
    let running = network.statistics + norm.statisticsOffset
    return BatchNorm(
      rows: rows.upperBound &- rows.lowerBound, units: layer.outputs,
      epsilon: S(rounding: norm.epsilon), momentum: S(rounding: norm.momentum),
      kept: S(rounding: 1 - norm.momentum),
      numbers: network.logits + (layer.valueOffset &+ start),
      normalized: network.normScratch + (norm.normalizedOffset &+ start),
      means: network.normScratch + norm.meanOffset,
      deviations: network.normScratch + norm.deviationOffset, runningMeans: running,
      runningVariances: running + layer.outputs, scales: scales, shifts: scales + layer.outputs)
  }

  /// This thread's rows of a layer norm.
  @inline(always) fileprivate func layerNorm(_ layer: LayerPlan, _ norm: NormPlan) -> LayerNorm<S> {
    let scales = network.parameters + layer.scaleOffset
    return LayerNorm(
      rows: rowCount, units: layer.outputs, epsilon: S(rounding: norm.epsilon),
      normalized: network.normScratch + (norm.normalizedOffset &+ start(layer)),
      deviations: network.normScratch + (norm.deviationOffset &+ rows.lowerBound), scales: scales,
      shifts: scales + layer.outputs)
  }
}

extension LayerPlan {
  /// Where the scale of the layer's norm begins among the parameters; the shift follows.
  @inline(always) var scaleOffset: Int { parameterOffset &+ (inputs &+ 1) &* outputs }
}
