/// For each unit j and each sample a sum over units i below or above it: start_j + Σ_i w_ij x_i, by one
/// chain of fused multiply-adds, i ascending, from the start or +0.
///
/// Four samples are computed at once, and four units where there are registers for their sums.
/// Strides count numbers.
struct UnitProduct<R: RunLanes> {
  /// The precision.
  typealias S = R.Scalar

  /// The number of samples.
  let rows: Int
  /// The number of units that sums are made for.
  let units: Int
  /// The number of units that sums run over.
  let depth: Int
  /// x, `[depth × rows × lanes]`.
  let inputs: UnsafePointer<S>
  /// w, of each pair of units.
  let weights: UnsafePointer<S>
  /// How far apart the weights of neighbouring i are.
  let depthStride: Int
  /// How far apart the weights of neighbouring j are.
  let unitStride: Int
  /// What sums start from, `[units × lanes]`; nil is +0.
  let start: UnsafePointer<S>?

  /// Computes all sums, and hands them to `finish` from registers.
  @inline(always) func compute<Finish: SumFinish>(_ finish: Finish) where Finish.S == S {
    var unit = 0
    if R.hasRoomForFourUnits {
      while unit &+ 4 <= units {
        var row = 0
        while row &+ 4 <= rows {
          computeFour(unit, row, finish) { $0.repeated }
          row &+= 4
        }
        while row < rows {
          computeFour(unit, row, finish) { $0 }
          row &+= 1
        }
        unit &+= 4
      }
    }
    while unit < units {
      var row = 0
      while row &+ 4 <= rows {
        computeOne(unit, row, finish) { $0.repeated }
        row &+= 4
      }
      while row < rows {
        computeOne(unit, row, finish) { $0 }
        row &+= 1
      }
      unit &+= 1
    }
  }

  /// How far apart the numbers of two units are.
  @inline(always) private var rowsStride: Int { rows &* R.count }

  /// The samples from `row` on of one unit; `spread` gives each of them the numbers of the runs.
  @inline(always) private func computeOne<V: UnitSums, Finish: SumFinish>(
    _ unit: Int, _ row: Int, _ finish: Finish, _ spread: (R) -> V
  ) where V.Scalar == S, Finish.S == S {
    var sum = first(unit, spread)
    var x = inputs + row &* R.count
    var w = weights + unit &* unitStride
    var i = 0
    while i < depth {
      sum = sum.fma(V.load(x), spread(R.load(w)))
      x += rowsStride
      w += depthStride
      i &+= 1
    }
    sum.hand(to: finish, at: unit &* rowsStride &+ row &* R.count)
  }

  /// The samples from `row` on of four units.
  @inline(always) private func computeFour<V: UnitSums, Finish: SumFinish>(
    _ unit: Int, _ row: Int, _ finish: Finish, _ spread: (R) -> V
  ) where V.Scalar == S, Finish.S == S {
    var sum0 = first(unit, spread)
    var sum1 = first(unit &+ 1, spread)
    var sum2 = first(unit &+ 2, spread)
    var sum3 = first(unit &+ 3, spread)
    var x = inputs + row &* R.count
    var w = weights + unit &* unitStride
    var i = 0
    while i < depth {
      let value = V.load(x)
      sum0 = sum0.fma(value, spread(R.load(w)))
      sum1 = sum1.fma(value, spread(R.load(w + unitStride)))
      sum2 = sum2.fma(value, spread(R.load(w + 2 &* unitStride)))
      sum3 = sum3.fma(value, spread(R.load(w + 3 &* unitStride)))
      x += rowsStride
      w += depthStride
      i &+= 1
    }
    let place = unit &* rowsStride &+ row &* R.count
    sum0.hand(to: finish, at: place)
    sum1.hand(to: finish, at: place &+ rowsStride)
    sum2.hand(to: finish, at: place &+ 2 &* rowsStride)
    sum3.hand(to: finish, at: place &+ 3 &* rowsStride)
  }

  /// What the sums of a unit start from.
  @inline(always) private func first<V: Lanes>(_ unit: Int, _ spread: (R) -> V) -> V
  where V.Scalar == S {
    guard let start else { return V.zero }
    return spread(R.load(start + unit &* R.count))
  }
}
