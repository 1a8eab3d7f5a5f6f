internal import KernelTable

/// p_k = e^(z_k − m) / Σ_j e^(z_j − m) for each row, m being its largest logit; sums start at +0 and
/// run over features ascending.
@inline(never) func softmax<S: KernelScalar>(
  rows: Int, features: Int, logits: UnsafePointer<S>, values: UnsafeMutablePointer<S>
) {
  writeExponentials(rows: rows, features: features, logits: logits, to: values)
  var p = values
  var row = 0
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
/// - Parameter room: `[rows × outputs]`, overwritten.
@inline(never) func addCrossEntropy<S: KernelScalar>(
  _ plan: LossPlan<S>, room: UnsafeMutablePointer<S>, to sum: Double
) -> Double {
  writeExponentials(rows: plan.rows, features: plan.outputs, logits: plan.logits, to: room)
  var sum = sum
  var row = 0
  while row < plan.rows {
    let z = plan.logits + row &* plan.outputs
    let y = plan.targets + row &* plan.outputs
    let m = largest(z, count: plan.outputs)
    let logTotal = log(sumAscending(room + row &* plan.outputs, count: plan.outputs))
    var term = S.zero
    var k = 0
    while k < plan.outputs {
      term = term.fma(y[k], logTotal - (z[k] - m))
      k &+= 1
    }
    sum += term.widened
    row &+= 1
  }
  return sum
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
