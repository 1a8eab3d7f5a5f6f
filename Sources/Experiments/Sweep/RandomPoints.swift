/// So many samples, each with a level of every axis that the spec's seed draws.
///
/// A draw depends on the seed, the key and the sample's number alone: another key, or more samples,
/// leave it as it is. Axes that move together draw by the first of them.
struct RandomPoints: SweepPoints {
  /// How many samples there are.
  let count: Int
  /// For each movement its first axis, and what it draws from.
  private let movements: [(axis: Sweep.Axis, draws: SweepDraws)]

  /// So many samples of a sweep.
  init(of sweep: Sweep, count: Int, seed: Int) {
    self.count = count
    movements = sweep.movements.map { axes in
      let axis = sweep.axes[axes.lowerBound]
      return (axis, SweepDraws(seed: seed, key: axis.path))
    }
  }

  /// The level that axes which move together have in the sample of a number.
  func level(of movement: Int, in number: Int) -> Level {
    let (axis, draws) = movements[movement]
    return axis.level(of: RandomDraw(draws: draws, sample: number))
  }
}

/// A draw that a random stream decides.
struct RandomDraw: AxisDraw {
  /// The draws of the axis.
  let draws: SweepDraws
  /// The number of the sample.
  let sample: Int

  /// A number from 0 up to but not 1.
  var share: Double { draws.share(sample) }

  /// A whole number from 0 up to but not `count`.
  func index(below count: Int) -> Int { draws.index(sample, below: count) }
}
