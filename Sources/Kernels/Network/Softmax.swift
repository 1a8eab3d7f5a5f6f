internal import KernelInterface

/// Up to how many features rows are transposed, so that as many as a vector has lanes are worked on at once;
/// longer ones fill vectors by themselves.
@inline(always) private var mostTransposedFeatures: Int { 64 }

/// p_k = e^(z_k − m) / Σ_j e^(z_j − m) for each row, m being its largest logit; sums start at +0 and
/// run over features ascending.
///
/// - Parameter scratch: as much as `ProductShape.scratchCount` of the layer, overwritten.
@inline(never) func softmax<S: StripScalar>(
  rows: Int, features: Int, logits: UnsafePointer<S>, values: UnsafeMutablePointer<S>,
  scratch: UnsafeMutablePointer<S>
) {
  var z = logits
  var p = values
  var row = 0
  while row &+ S.Vector.count <= rows && features <= mostTransposedFeatures {
    transpose(
      z, stride: features, rows: S.Vector.count, columns: features, into: scratch,
      stride: S.Vector.count)
    softmaxOfPlaces(S.Vector.self, S.Vector.count, features, scratch, scratch)
    transpose(
      scratch, stride: S.Vector.count, rows: features, columns: S.Vector.count, into: p,
      stride: features)
    z += features &* S.Vector.count
    p += features &* S.Vector.count
    row &+= S.Vector.count
  }
  writeExponentials(rows: rows &- row, features: features, logits: z, to: p)
  while row < rows {
    let total = sumAscending(p, count: features)
    divide(p, by: total, count: features)
    p += features
    row &+= 1
  }
}

/// The sum given and the terms of `cross_entropy`, one for each row: −Σ_k y_k ln p_k, computed from
/// the logits as Σ_k y_k (ln Σ_j e^(z_j − m) − (z_k − m)), features ascending. Logits whose
/// difference overflows make it NaN, also where y is 0.
///
/// - Parameter scratch: `[rows × outputs]`, overwritten.
@inline(never) func addCrossEntropy<S: StripScalar>(
  _ plan: LossPlan<S>, scratch: UnsafeMutablePointer<S>, to sum: Double
) -> Double {
  let features = plan.outputs
  var sum = sum
  var z = plan.logits
  var y = plan.targets
  var row = 0
  // (Of a single feature there would be no room for two numbers a row.)
  while row &+ S.Vector.count <= plan.rows && features > 1 && features <= mostTransposedFeatures {
    transpose(
      z, stride: features, rows: S.Vector.count, columns: features, into: scratch,
      stride: S.Vector.count)
    let (largest, logTotal) = logTotalOfPlaces(S.Vector.self, S.Vector.count, features, scratch)
    largest.store(scratch)
    logTotal.store(scratch + S.Vector.count)
    var lane = 0
    while lane < S.Vector.count {
      sum += crossEntropy(z, y, features, scratch[lane], scratch[S.Vector.count &+ lane]).widened
      z += features
      y += features
      lane &+= 1
    }
    row &+= S.Vector.count
  }
  writeExponentials(rows: plan.rows &- row, features: features, logits: z, to: scratch)
  var exponentials = scratch
  while row < plan.rows {
    let logTotal = log(sumAscending(exponentials, count: features))
    sum += crossEntropy(z, y, features, largest(z, count: features), logTotal).widened
    z += features
    y += features
    exponentials += features
    row &+= 1
  }
  return sum
}

/// The term of one row, whose largest logit and ln Σ_j e^(z_j − m) are given.
@inline(always) private func crossEntropy<S: KernelScalar>(
  _ logits: UnsafePointer<S>, _ targets: UnsafePointer<S>, _ features: Int, _ largest: S,
  _ logTotal: S
) -> S {
  var term = S.zero
  var k = 0
  while k < features {
    term = term.fma(targets[k], logTotal - (logits[k] - largest))
    k &+= 1
  }
  return term
}

/// Writes e^(z_k − m) for each row.
@inline(always) private func writeExponentials<S: KernelScalar>(
  rows: Int, features: Int, logits: UnsafePointer<S>, to target: UnsafeMutablePointer<S>
) {
  var row = 0
  while row < rows {
    let z = logits + row &* features
    let shifted = target + row &* features
    let m = largest(z, count: features)
    var k = 0
    while k < features {
      shifted[k] = z[k] - m
      k &+= 1
    }
    row &+= 1
  }
  let count = rows &* features
  var k = 0
  while k &+ S.Vector.count <= count {
    exp(S.Vector.load(target + k)).store(target + k)
    k &+= S.Vector.count
  }
  while k < count {
    target[k] = exp(target[k])
    k &+= 1
  }
}

/// The largest of at least one number. A NaN may be passed over: it comes back by its exponential.
@inline(always) private func largest<S: KernelScalar>(
  _ numbers: UnsafePointer<S>, count: Int
) -> S {
  var largest = numbers[0]
  var k = 1
  while k < count {
    largest = largest.atLeast(numbers[k])
    k &+= 1
  }
  return largest
}

/// The sum of numbers, ascending from +0.
@inline(always) private func sumAscending<S: KernelScalar>(
  _ numbers: UnsafePointer<S>, count: Int
) -> S {
  var sum = S.zero
  var k = 0
  while k < count {
    sum = sum + numbers[k]
    k &+= 1
  }
  return sum
}

/// Divides numbers by one.
@inline(always) private func divide<S: KernelScalar>(
  _ numbers: UnsafeMutablePointer<S>, by divisor: S, count: Int
) {
  let divisors = S.Vector(broadcast: divisor)
  var k = 0
  while k &+ S.Vector.count <= count {
    (S.Vector.load(numbers + k) / divisors).store(numbers + k)
    k &+= S.Vector.count
  }
  while k < count {
    numbers[k] = numbers[k] / divisor
    k &+= 1
  }
}
