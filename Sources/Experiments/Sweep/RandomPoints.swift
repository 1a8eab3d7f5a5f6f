/// So many samples, each with a level of every axis that the spec's seed draws.
///
/// A draw depends on the seed, the key and the sample's number alone: another key, or more samples,
/// leave it as it is. Axes that move together draw by the first of them.
struct RandomPoints: SweepPoints {
  /// How a movement gets its levels.
  private enum Column {
    /// Each level is drawn when it is asked for.
    case draws(Sweep.Axis, SweepDraws)
    /// All were drawn before: those of distributions take a while, and are asked for several times.
    case levels([Level])
  }

  /// How many samples there are.
  let count: Int
  /// For each movement how it gets its levels.
  private let columns: [Column]

  /// Draws the samples of a sweep that takes some.
  init(of sweep: Sweep, seed: Int) {
    let count = sweep.samples ?? 0
    self.count = count
    columns = sweep.movements.map { axes in
      let axis = sweep.axes[axes.lowerBound]
      let draws = SweepDraws(seed: seed, key: axis.path)
      return switch axis.values {
      case .list: .draws(axis, draws)
      case .distribution:
        .levels((0..<count).map { axis.level(of: RandomDraw(draws: draws, sample: $0)) })
      }
    }
  }

  /// The level that axes which move together have in the sample of a number.
  func level(of movement: Int, in number: Int) -> Level {
    switch columns[movement] {
    case .draws(let axis, let draws): axis.level(of: RandomDraw(draws: draws, sample: number))
    case .levels(let levels): levels[number]
    }
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
