internal import KernelInterface
internal import Vocabulary

/// Softmax for each place of `[rows × lanes]`: p_k = e^(z_k − m) / Σ_j e^(z_j − m), m being the largest
/// logit; sums start at +0 and run over outputs ascending.
///
/// - Parameters:
///   - positions: how far the numbers of two outputs are apart.
///   - logits: z, `[outputs × positions]`.
///   - values: where p goes, laid out likewise.
@inline(never) func groupSoftmax<R: RunLanes>(
  _: R.Type, positions: Int, outputs: Int, logits: UnsafePointer<R.Scalar>,
  values: UnsafeMutablePointer<R.Scalar>
) {
  var at = 0
  while at &+ R.Stretch.count <= positions {
    softmaxOfPlaces(R.Stretch.self, positions, outputs, logits + at, values + at)
    at &+= R.Stretch.count
  }
  while at < positions {
    softmaxOfPlaces(R.Scalar.self, positions, outputs, logits + at, values + at)
    at &+= 1
  }
}

/// Adds the terms of a loss to one sum for each network, samples ascending and within them outputs.
///
/// - Parameter scratch: as large as the plan's matrices, overwritten.
@inline(always) func addGroupLosses<R: RunLanes>(
  _: R.Type, _ plan: LossPlan<R.Scalar>, scratch: UnsafeMutablePointer<R.Scalar>,
  to sums: UnsafeMutablePointer<Double>
) {
  if plan.loss == .crossEntropy {
    writeCrossEntropies(R.self, plan, to: scratch)
    addTermsOfGroup(R.self, scratch, rows: plan.rows, outputs: 1, to: sums)
  } else {
    writePointwiseTerms(plan, R.Stretch.self, to: scratch)
    addTermsOfGroup(R.self, scratch, rows: plan.rows, outputs: plan.outputs, to: sums)
  }
}

/// Adds `terms`, `[outputs × rows × lanes]`, each widened, to the sums of their lanes.
@inline(never) private func addTermsOfGroup<R: RunLanes>(
  _: R.Type, _ terms: UnsafePointer<R.Scalar>, rows: Int, outputs: Int,
  to sums: UnsafeMutablePointer<Double>
) {
  var row = 0
  while row < rows {
    var output = 0
    while output < outputs {
      let terms = terms + (output &* rows &+ row) &* R.count
      var lane = 0
      while lane < R.count {
        sums[lane] += terms[lane].widened
        lane &+= 1
      }
      output &+= 1
    }
    row &+= 1
  }
}

/// Writes the terms of `cross_entropy`, `[rows × lanes]`: −Σ_k y_k ln p_k, from the logits as
/// Σ_k y_k (ln Σ_j e^(z_j − m) − (z_k − m)), outputs ascending.
@inline(never) private func writeCrossEntropies<R: RunLanes>(
  _: R.Type, _ plan: LossPlan<R.Scalar>, to terms: UnsafeMutablePointer<R.Scalar>
) {
  let positions = plan.rows &* R.count
  var at = 0
  while at &+ R.Stretch.count <= positions {
    crossEntropyOfPlaces(R.Stretch.self, positions, plan, at).store(terms + at)
    at &+= R.Stretch.count
  }
  while at < positions {
    terms[at] = crossEntropyOfPlaces(R.Scalar.self, positions, plan, at)
    at &+= 1
  }
}

/// The terms of `cross_entropy` at neighbouring places.
@inline(always) private func crossEntropyOfPlaces<V: Lanes>(
  _: V.Type, _ stride: Int, _ plan: LossPlan<V.Scalar>, _ at: Int
) -> V {
  let logits = plan.logits + at
  let targets = plan.targets + at
  let (largest, logTotal) = logTotalOfPlaces(V.self, stride, plan.outputs, logits)
  var term = V.zero
  var k = 0
  while k < plan.outputs {
    let shifted = V.load(logits + k &* stride) - largest
    term = term.fma(V.load(targets + k &* stride), logTotal - shifted)
    k &+= 1
  }
  return term
}
