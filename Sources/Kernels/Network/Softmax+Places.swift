// Softmax at neighbouring places, where the numbers of one output follow each other, those of the next
// are a stride away, and the first of several is given.

/// Softmax; the values may take the place of the logits.
@inline(always) func softmaxOfPlaces<V: Lanes>(
  _: V.Type, _ stride: Int, _ outputs: Int, _ logits: UnsafePointer<V.Scalar>,
  _ values: UnsafeMutablePointer<V.Scalar>
) {
  let largest = largestOfPlaces(V.self, stride, outputs, logits)
  var total = V.zero
  var k = 0
  while k < outputs {
    let e = exp(V.load(logits + k &* stride) - largest)
    e.store(values + k &* stride)
    total = total + e
    k &+= 1
  }
  k = 0
  while k < outputs {
    (V.load(values + k &* stride) / total).store(values + k &* stride)
    k &+= 1
  }
}

/// The largest logit m, and ln Σ_j e^(z_j − m).
@inline(always) func logTotalOfPlaces<V: Lanes>(
  _: V.Type, _ stride: Int, _ outputs: Int, _ logits: UnsafePointer<V.Scalar>
) -> (largest: V, logTotal: V) {
  let largest = largestOfPlaces(V.self, stride, outputs, logits)
  var total = V.zero
  var k = 0
  while k < outputs {
    total = total + exp(V.load(logits + k &* stride) - largest)
    k &+= 1
  }
  return (largest, log(total))
}

/// The largest logit. A NaN may be passed over: it comes back by its exponential.
@inline(always) private func largestOfPlaces<V: Lanes>(
  _: V.Type, _ stride: Int, _ outputs: Int, _ logits: UnsafePointer<V.Scalar>
) -> V {
  var largest = V.load(logits)
  var k = 1
  while k < outputs {
    largest = largest.atLeast(V.load(logits + k &* stride))
    k &+= 1
  }
  return largest
}
