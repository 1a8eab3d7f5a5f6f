internal import KernelInterface

/// z_sj = b_j + Σ_i x_si W_ij, plainly.
func referenceForward<S: KernelScalar>(
  _ shape: ProductShape, outputs: Range<Int>, inputs x: UnsafePointer<S>,
  weights w: UnsafePointer<S>,
  biases b: UnsafePointer<S>, logits z: UnsafeMutablePointer<S>
) {
  for s in 0..<shape.rows {
    for j in outputs {
      var sum = b[j]
      for i in 0..<shape.inputs {
        sum = sum.fma(x[s * shape.inputs + i], w[i * shape.outputs + j])
      }
      z[s * shape.outputs + j] = sum
    }
  }
}

/// dW_ij = Σ_s x_si d_sj, plainly.
func referenceWeightGradient<S: KernelScalar>(
  _ shape: ProductShape, inputs: Range<Int>, isContinued: Bool, inputs x: UnsafePointer<S>,
  deltas d: UnsafePointer<S>, gradient: UnsafeMutablePointer<S>
) {
  for i in inputs {
    for j in 0..<shape.outputs {
      var sum = isContinued ? gradient[i * shape.outputs + j] : S.zero
      for s in 0..<shape.rows {
        sum = sum.fma(x[s * shape.inputs + i], d[s * shape.outputs + j])
      }
      gradient[i * shape.outputs + j] = sum
    }
  }
}

/// db_j = Σ_s d_sj, plainly.
func referenceBiasGradient<S: KernelScalar>(
  _ shape: ProductShape, outputs: Range<Int>, isContinued: Bool, deltas d: UnsafePointer<S>,
  gradient: UnsafeMutablePointer<S>
) {
  for j in outputs {
    var sum = isContinued ? gradient[j] : S.zero
    for s in 0..<shape.rows { sum = sum.fma(S.one, d[s * shape.outputs + j]) }
    gradient[j] = sum
  }
}

/// dx_si = Σ_j d_sj W_ij, plainly.
func referenceInputGradient<S: KernelScalar>(
  _ shape: ProductShape, inputs: Range<Int>, deltas d: UnsafePointer<S>,
  weights w: UnsafePointer<S>, gradient: UnsafeMutablePointer<S>
) {
  for s in 0..<shape.rows {
    for i in inputs {
      var sum = S.zero
      for j in 0..<shape.outputs {
        sum = sum.fma(d[s * shape.outputs + j], w[i * shape.outputs + j])
      }
      gradient[s * shape.inputs + i] = sum
    }
  }
}
