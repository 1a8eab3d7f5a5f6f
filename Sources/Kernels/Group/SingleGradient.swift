internal import KernelInterface

/// The sums of `GroupGradient` for one network alone: of four outputs side by side, or of four inputs of
/// an only output.
struct SingleGradient<S: GroupScalar, Finish: GradientFinish> where Finish.R == S {
  /// Four sums.
  typealias Quad = S.Samples

  /// The layer.
  let layer: GroupGradient<S, Finish>

  /// Computes dW and db.
  @inline(always) func compute() {
    var j = 0
    while j &+ 4 <= layer.shape.outputs {
      var i = 0
      while i &+ 2 <= layer.shape.inputs {
        computeTwoByFour(i, j)
        i &+= 2
      }
      if i < layer.shape.inputs { layer.computeRow(i, j) }
      computeFourBiases(j)
      j &+= 4
    }
    if layer.shape.outputs == 1 {
      computeOnlyOutput()
    } else {
      layer.computeColumns(from: j)
    }
    layer.computeBiases(from: j)
  }

  /// The weights of inputs i, i + 1 and outputs j to j + 3.
  @inline(always) private func computeTwoByFour(_ i: Int, _ j: Int) {
    let rows = layer.shape.rows
    var (a, b) = (Quad.zero, Quad.zero)
    var x = layer.inputs + i &* rows
    forEachSample(layer.deltas + j &* rows) { delta in
      a = a.fma(Quad(broadcast: x[0]), delta)
      b = b.fma(Quad(broadcast: x[rows]), delta)
      x += 1
    }
    layer.finish.take(a, at: layer.place(i, j))
    layer.finish.take(b, at: layer.place(i &+ 1, j))
  }

  /// The biases of outputs j to j + 3.
  @inline(always) private func computeFourBiases(_ j: Int) {
    var sum = Quad.zero
    forEachSample(layer.deltas + j &* layer.shape.rows) { sum = sum + $0 }
    layer.finish.take(sum, at: layer.place(layer.shape.inputs, j))
  }

  /// All weights of an only output.
  @inline(always) private func computeOnlyOutput() {
    var i = 0
    while i &+ 4 <= layer.shape.inputs {
      var sum = Quad.zero
      var d = layer.deltas
      forEachSample(layer.inputs + i &* layer.shape.rows) { input in
        sum = sum.fma(input, Quad(broadcast: d[0]))
        d += 1
      }
      layer.finish.take(sum, at: layer.place(i, 0))
      i &+= 4
    }
    while i < layer.shape.inputs {
      layer.computeOne(i, 0)
      i &+= 1
    }
  }

  /// Does something with the numbers of four units for one sample after another.
  @inline(always) private func forEachSample(
    _ units: UnsafePointer<S>, _ body: (Quad) -> Void
  ) {
    let rows = layer.shape.rows
    var s = 0
    while s &+ 4 <= rows {
      let (first, second, third, fourth) = Quad.columns(units + s, stride: rows)
      body(first)
      body(second)
      body(third)
      body(fourth)
      s &+= 4
    }
    while s < rows {
      body(Quad.column(units + s, stride: rows))
      s &+= 1
    }
  }
}
