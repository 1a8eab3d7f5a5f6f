internal import KernelTable

/// dW = Σ_s x_i d_j and db = Σ_s d_j of a layer: each sum starts at +0, then samples ascending.
///
/// The sums of up to 2 × 4 weights are computed side by side.
struct GroupGradient<R: RunLanes> {
  /// The precision.
  typealias S = R.Scalar

  /// The sizes of the layer.
  let shape: ProductShape
  /// x, `[inputs × rows × lanes]`.
  let inputs: UnsafePointer<S>
  /// d, `[outputs × rows × lanes]`.
  let deltas: UnsafePointer<S>
  /// dW, `[inputs × outputs × lanes]`, and db.
  let gradient: UnsafeMutablePointer<S>

  /// Computes both.
  @inline(always) func compute() {
    var j = 0
    while j &+ 4 <= shape.outputs {
      var i = 0
      while i &+ 2 <= shape.inputs {
        computeTwoByFour(i, j)
        i &+= 2
      }
      if i < shape.inputs { computeRow(i, j) }
      j &+= 4
    }
    while j < shape.outputs {
      var i = 0
      while i &+ 4 <= shape.inputs {
        computeColumn(i, j)
        i &+= 4
      }
      while i < shape.inputs {
        computeOne(i, j)
        i &+= 1
      }
      j &+= 1
    }
    computeBiases()
  }

  /// How far apart the numbers of two units are.
  @inline(always) private var stride: Int { shape.rows &* R.count }

  /// Where the gradient of a weight goes.
  @inline(always) private func place(_ i: Int, _ j: Int) -> UnsafeMutablePointer<S> {
    gradient + (i &* shape.outputs &+ j) &* R.count
  }

  /// The weights of inputs i, i + 1 and outputs j to j + 3.
  @inline(always) private func computeTwoByFour(_ i: Int, _ j: Int) {
    var (a0, a1, a2, a3) = (R.zero, R.zero, R.zero, R.zero)
    var (b0, b1, b2, b3) = (R.zero, R.zero, R.zero, R.zero)
    var x = inputs + i &* stride
    var d = deltas + j &* stride
    var s = 0
    while s < shape.rows {
      let (x0, x1) = (R.load(x), R.load(x + stride))
      let (d0, d1) = (R.load(d), R.load(d + stride))
      let (d2, d3) = (R.load(d + 2 &* stride), R.load(d + 3 &* stride))
      (a0, a1, a2, a3) = (a0.fma(x0, d0), a1.fma(x0, d1), a2.fma(x0, d2), a3.fma(x0, d3))
      (b0, b1, b2, b3) = (b0.fma(x1, d0), b1.fma(x1, d1), b2.fma(x1, d2), b3.fma(x1, d3))
      x += R.count
      d += R.count
      s &+= 1
    }
    store(a0, a1, a2, a3, at: place(i, j), apart: R.count)
    store(b0, b1, b2, b3, at: place(i &+ 1, j), apart: R.count)
  }

  /// The weights of input i and outputs j to j + 3.
  @inline(always) private func computeRow(_ i: Int, _ j: Int) {
    var (a0, a1, a2, a3) = (R.zero, R.zero, R.zero, R.zero)
    var x = inputs + i &* stride
    var d = deltas + j &* stride
    var s = 0
    while s < shape.rows {
      let x0 = R.load(x)
      (a0, a1) = (a0.fma(x0, R.load(d)), a1.fma(x0, R.load(d + stride)))
      a2 = a2.fma(x0, R.load(d + 2 &* stride))
      a3 = a3.fma(x0, R.load(d + 3 &* stride))
      x += R.count
      d += R.count
      s &+= 1
    }
    store(a0, a1, a2, a3, at: place(i, j), apart: R.count)
  }

  /// The weights of inputs i to i + 3 and output j.
  @inline(always) private func computeColumn(_ i: Int, _ j: Int) {
    var (a0, a1, a2, a3) = (R.zero, R.zero, R.zero, R.zero)
    var x = inputs + i &* stride
    var d = deltas + j &* stride
    var s = 0
    while s < shape.rows {
      let d0 = R.load(d)
      (a0, a1) = (a0.fma(R.load(x), d0), a1.fma(R.load(x + stride), d0))
      a2 = a2.fma(R.load(x + 2 &* stride), d0)
      a3 = a3.fma(R.load(x + 3 &* stride), d0)
      x += R.count
      d += R.count
      s &+= 1
    }
    store(a0, a1, a2, a3, at: place(i, j), apart: shape.outputs &* R.count)
  }

  /// The weight of input i and output j.
  @inline(always) private func computeOne(_ i: Int, _ j: Int) {
    var sum = R.zero
    var x = inputs + i &* stride
    var d = deltas + j &* stride
    var s = 0
    while s < shape.rows {
      sum = sum.fma(R.load(x), R.load(d))
      x += R.count
      d += R.count
      s &+= 1
    }
    sum.store(place(i, j))
  }

  /// The biases.
  @inline(always) private func computeBiases() {
    var d = deltas
    var j = 0
    while j < shape.outputs {
      var sum = R.zero
      var s = 0
      while s < shape.rows {
        sum = sum + R.load(d)
        d += R.count
        s &+= 1
      }
      sum.store(place(shape.inputs, j))
      j &+= 1
    }
  }

  /// Stores four sums.
  @inline(always) private func store(
    _ a: R, _ b: R, _ c: R, _ d: R, at target: UnsafeMutablePointer<S>, apart stride: Int
  ) {
    a.store(target)
    b.store(target + stride)
    c.store(target + 2 &* stride)
    d.store(target + 3 &* stride)
  }
}
