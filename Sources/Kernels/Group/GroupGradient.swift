internal import KernelInterface

/// dW = Σ_s x_i d_j and db = Σ_s d_j of a layer: each sum starts at +0, then samples ascending.
///
/// The sums of 2 × 4 weights, or of 2 × 2, are computed side by side, as registers allow.
struct GroupGradient<R: RunLanes, Finish: GradientFinish> where Finish.R == R {
  /// The precision.
  typealias S = R.Scalar

  /// The sizes of the layer.
  let shape: ProductShape
  /// x, `[inputs × rows × lanes]`.
  let inputs: UnsafePointer<S>
  /// d, `[outputs × rows × lanes]`.
  let deltas: UnsafePointer<S>
  /// What becomes of dW, `[inputs × outputs × lanes]`, and db.
  let finish: Finish

  /// Computes both.
  @inline(always) func compute() {
    var j = 0
    while R.hasRoomForFourUnits && j &+ 4 <= shape.outputs {
      var i = 0
      while i &+ 2 <= shape.inputs {
        computeTwoByFour(i, j)
        i &+= 2
      }
      if i < shape.inputs { computeRow(i, j) }
      j &+= 4
    }
    while j &+ 2 <= shape.outputs {
      var i = 0
      while i &+ 2 <= shape.inputs {
        computeTwoByTwo(i, j)
        i &+= 2
      }
      if i < shape.inputs {
        computeOne(i, j)
        computeOne(i, j &+ 1)
      }
      j &+= 2
    }
    computeColumns(from: j)
    computeBiases(from: 0)
  }

  /// The weights of outputs from `first` on, one output after another.
  @inline(always) func computeColumns(from first: Int) {
    var j = first
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
  }

  /// How far apart the numbers of two units are.
  @inline(always) private var stride: Int { shape.rows &* R.count }

  /// Where a weight is among the parameters of the layer.
  @inline(always) func place(_ i: Int, _ j: Int) -> Int {
    (i &* shape.outputs &+ j) &* R.count
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
    take(a0, a1, a2, a3, at: place(i, j), apart: R.count)
    take(b0, b1, b2, b3, at: place(i &+ 1, j), apart: R.count)
  }

  /// The weights of inputs i, i + 1 and outputs j, j + 1.
  @inline(always) private func computeTwoByTwo(_ i: Int, _ j: Int) {
    var (a0, a1) = (R.zero, R.zero)
    var (b0, b1) = (R.zero, R.zero)
    var x = inputs + i &* stride
    var d = deltas + j &* stride
    var s = 0
    while s < shape.rows {
      let (x0, x1) = (R.load(x), R.load(x + stride))
      let (d0, d1) = (R.load(d), R.load(d + stride))
      (a0, a1) = (a0.fma(x0, d0), a1.fma(x0, d1))
      (b0, b1) = (b0.fma(x1, d0), b1.fma(x1, d1))
      x += R.count
      d += R.count
      s &+= 1
    }
    finish.take(a0, at: place(i, j))
    finish.take(a1, at: place(i, j &+ 1))
    finish.take(b0, at: place(i &+ 1, j))
    finish.take(b1, at: place(i &+ 1, j &+ 1))
  }

  /// The weights of input i and outputs j to j + 3.
  @inline(always) func computeRow(_ i: Int, _ j: Int) {
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
    take(a0, a1, a2, a3, at: place(i, j), apart: R.count)
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
    take(a0, a1, a2, a3, at: place(i, j), apart: shape.outputs &* R.count)
  }

  /// The weight of input i and output j.
  @inline(always) func computeOne(_ i: Int, _ j: Int) {
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
    finish.take(sum, at: place(i, j))
  }

  /// The biases of outputs from `first` on.
  @inline(always) func computeBiases(from first: Int) {
    var j = first
    while j &+ 4 <= shape.outputs {
      computeFourBiases(j)
      j &+= 4
    }
    var d = deltas + j &* stride
    while j < shape.outputs {
      var sum = R.zero
      var s = 0
      while s < shape.rows {
        sum = sum + R.load(d)
        d += R.count
        s &+= 1
      }
      finish.take(sum, at: place(shape.inputs, j))
      j &+= 1
    }
  }

  /// The biases of outputs j to j + 3.
  @inline(always) private func computeFourBiases(_ j: Int) {
    var (a0, a1, a2, a3) = (R.zero, R.zero, R.zero, R.zero)
    var d = deltas + j &* stride
    var s = 0
    while s < shape.rows {
      (a0, a1) = (a0 + R.load(d), a1 + R.load(d + stride))
      (a2, a3) = (a2 + R.load(d + 2 &* stride), a3 + R.load(d + 3 &* stride))
      d += R.count
      s &+= 1
    }
    take(a0, a1, a2, a3, at: place(shape.inputs, j), apart: R.count)
  }

  /// Hands over four sums.
  @inline(always) private func take(
    _ a: R, _ b: R, _ c: R, _ d: R, at target: Int, apart stride: Int
  ) {
    finish.take(a, at: target)
    finish.take(b, at: target &+ stride)
    finish.take(c, at: target &+ 2 &* stride)
    finish.take(d, at: target &+ 3 &* stride)
  }
}
