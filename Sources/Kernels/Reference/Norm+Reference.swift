internal import KernelInterface
internal import Vocabulary

/// What a norm makes of the weighted sums of a layer, plainly.
func referenceNormalize<S: StripScalar>(
  _ network: NetworkPlan<S>, _ layer: LayerPlan, _ norm: NormPlan, rows: Int, isTraining: Bool
) {
  let units = layer.outputs
  let z = network.logits + layer.valueOffset
  let means = network.statistics + norm.statisticsOffset
  let variances = means + units
  let deviations = network.normScratch + norm.deviationOffset
  let isBatch = norm.norm == .batch
  for group in 0..<(isBatch ? units : rows) {
    let places = ReferenceGroup(isBatch: isBatch, number: group, rows: rows, units: units)
    let count = S(rounding: Double(places.count))
    var mean = S.zero
    var variance = S.zero
    if isBatch && !isTraining {
      (mean, variance) = (means[group], variances[group])
    } else {
      for k in 0..<places.count { mean = mean + z[places[k]] }
      mean = mean / count
      var squares = S.zero
      for k in 0..<places.count {
        squares = squares.fma(z[places[k]] - mean, z[places[k]] - mean)
      }
      variance = squares / count
      if isBatch {
        let (kept, share) = (S(rounding: 1 - norm.momentum), S(rounding: norm.momentum))
        means[group] = (means[group] * kept).fma(share, mean)
        if rows > 1 {
          let unbiased = squares / S(rounding: Double(rows - 1))
          variances[group] = (variances[group] * kept).fma(share, unbiased)
        }
      }
    }
    deviations[group] = S.one / (variance + S(rounding: norm.epsilon)).squareRoot
    for k in 0..<places.count {
      let normalized = (z[places[k]] - mean) * deviations[group]
      network.normScratch[norm.normalizedOffset + places[k]] = normalized
      let scale = network.parameters + layer.scaleOffset + places[k] % units
      z[places[k]] = scale[units].fma(scale[0], normalized)
    }
  }
}

/// The gradients of scale and shift, and the deltas of weighted sums, plainly.
func referenceNormalizeDeltas<S: StripScalar>(
  _ network: NetworkPlan<S>, _ layer: LayerPlan, _ norm: NormPlan, rows: Int
) {
  let units = layer.outputs
  let d = network.deltas + layer.valueOffset
  let x = network.normScratch + norm.normalizedOffset
  let scale = network.parameters + layer.scaleOffset
  let isBatch = norm.norm == .batch
  for unit in 0..<units {
    var (product, sum) = (S.zero, S.zero)
    for row in 0..<rows {
      product = product.fma(d[row * units + unit], x[row * units + unit])
      sum = sum + d[row * units + unit]
    }
    network.gradients[layer.scaleOffset + unit] = product
    network.gradients[layer.scaleOffset + units + unit] = sum
  }
  for group in 0..<(isBatch ? units : rows) {
    let places = ReferenceGroup(isBatch: isBatch, number: group, rows: rows, units: units)
    let count = S(rounding: Double(places.count))
    let deviation = network.normScratch[norm.deviationOffset + group]
    var (product, sum) = (S.zero, S.zero)
    for k in 0..<places.count {
      let place = places[k]
      if !isBatch { d[place] = d[place] * scale[place % units] }
      product = product.fma(d[place], x[place])
      sum = sum + d[place]
    }
    let (meanProduct, meanSum) = (product / count, sum / count)
    let factor = isBatch ? scale[group] * deviation : deviation
    for k in 0..<places.count {
      let place = places[k]
      d[place] = (d[place] - meanSum).fma(x[place], meanProduct.negated) * factor
    }
  }
}

/// The numbers that one mean is over, of a matrix `[rows × units]`: a column or a row.
private struct ReferenceGroup {
  /// Whether it is a column.
  let isBatch: Bool
  /// The number of the column or row.
  let number: Int
  /// The number of rows.
  let rows: Int
  /// The number of units.
  let units: Int

  /// How many numbers there are.
  var count: Int { isBatch ? rows : units }

  /// The place of a number in the matrix.
  subscript(k: Int) -> Int { isBatch ? k * units + number : number * units + k }
}
