internal import Randomness
internal import Vocabulary

// Data sets whose rows lie on curves. Noise, where there is any, is normal and added to every input
// (of the sine: to the target), drawn row after row from the stream of the data set's seed.
extension Dataset {
  /// Two spirals around the origin, wound into each other, one the other's mirror image.
  ///
  /// K. Lang, M. Witbrock, Learning to Tell Two Spirals Apart, Proceedings of the 1988 Connectionist
  /// Models Summer School: point i of 97 at the angle iπ/16 and the radius 6.5 (104 − i)/104, which
  /// is three turns from 6.5 in to 0.5. Here point i of n is at the angle 2π · turns · f and the
  /// radius 6.5 − 6f, where f = i / (n − 1). Rows alternate: the point (r sin, r cos) is of class 1,
  /// its mirror image of class 0.
  init(twoSpirals choice: Choice<BuiltInDataset>) {
    let rows = choice.integer("rows")
    let last = Double(max(1, (rows + 1) / 2 - 1))
    let turns = choice.number("turns")
    var inputs: [Double] = []
    for row in 0..<rows {
      let fraction = Double(row / 2) / last
      let angle = 2 * turns * fraction
      let radius = (row.isMultiple(of: 2) ? 1 : -1) * (6.5 - 6 * fraction)
      inputs += [radius * ScalarFunctions.sinPi(angle), radius * ScalarFunctions.cosPi(angle)]
    }
    self.init(
      inputs: choice.addingNoise(to: inputs), inputCount: 2,
      targets: (0..<rows).map { $0.isMultiple(of: 2) ? 1 : 0 }, areLabels: true)
  }

  /// Two half circles of radius 1: the upper one around the origin is class 0, the lower one around
  /// (1, ½) class 1.
  ///
  /// scikit-learn's `make_moons` without shuffling: points at even angles from 0 to π, both ends
  /// included, ⌊rows / 2⌋ of class 0 and then the others.
  init(moons choice: Choice<BuiltInDataset>) {
    let rows = choice.integer("rows")
    let upper = rows / 2
    var inputs: [Double] = []
    for row in 0..<rows {
      let isUpper = row < upper
      let (index, count) = isUpper ? (row, upper) : (row - upper, rows - upper)
      let angle = Double(index) / Double(max(1, count - 1))
      let (sine, cosine) = (ScalarFunctions.sinPi(angle), ScalarFunctions.cosPi(angle))
      inputs += isUpper ? [cosine, sine] : [1 - cosine, 0.5 - sine]
    }
    self.init(
      inputs: choice.addingNoise(to: inputs), inputCount: 2,
      targets: (0..<rows).map { $0 < upper ? 0 : 1 }, areLabels: true)
  }

  /// A circle of radius 1, class 0, and one of radius `factor` inside it, class 1.
  ///
  /// scikit-learn's `make_circles` without shuffling: points at even angles from 0 on, ⌊rows / 2⌋
  /// of class 0 and then the others.
  init(circles choice: Choice<BuiltInDataset>) {
    let rows = choice.integer("rows")
    let outer = rows / 2
    var inputs: [Double] = []
    for row in 0..<rows {
      let isOuter = row < outer
      let (index, count) = isOuter ? (row, outer) : (row - outer, rows - outer)
      let angle = Double(2 * index) / Double(count)
      let radius = isOuter ? 1 : choice.number("factor")
      inputs += [radius * ScalarFunctions.cosPi(angle), radius * ScalarFunctions.sinPi(angle)]
    }
    self.init(
      inputs: choice.addingNoise(to: inputs), inputCount: 2,
      targets: (0..<rows).map { $0 < outer ? 0 : 1 }, areLabels: true)
  }

  /// x evenly from −π to π, both included, and sin x.
  init(sine choice: Choice<BuiltInDataset>) {
    let rows = choice.integer("rows")
    let positions = (0..<rows).map { Double(2 * $0 - (rows - 1)) / Double(rows - 1) }
    self.init(
      inputs: positions.map { .pi * $0 }, inputCount: 1,
      targets: choice.addingNoise(to: positions.map(ScalarFunctions.sinPi)))
  }
}

extension Choice<BuiltInDataset> {
  /// The stream that the data set draws from.
  var stream: RandomStream {
    RandomStream(seed: UInt64(integer("seed")), purpose: .dataset)
  }

  /// The numbers, each with a normal number of the standard deviation `noise` added.
  fileprivate func addingNoise(to numbers: [Double]) -> [Double] {
    let noise = number("noise")
    guard noise > 0 else { return numbers }
    var stream = stream
    return numbers.map { $0 + noise * stream.nextNormal() }
  }
}
