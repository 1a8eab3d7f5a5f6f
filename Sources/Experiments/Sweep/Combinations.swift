/// The combinations of the axes' values that a sweep makes: for each axis the index of its value.
///
/// Any of them is found by its number, without those before it. In a grid the last axis, or group of
/// axes that move together, changes fastest.
struct Combinations: Sendable {
  /// Axes that move together, or one that moves by itself.
  struct Movement: Sendable {
    /// The axes.
    let axes: Range<Int>
    /// How many values each of them has.
    fileprivate let count: Int
    /// How many combinations lie between two of its steps; means nothing for samples.
    fileprivate let stride: Int
    /// What draws the values of samples.
    fileprivate let draws: SweepDraws
    /// Whether each sample has a value of its own.
    fileprivate let isDrawn: Bool
  }

  /// How many combinations there are.
  let count: Int
  /// How the axes move.
  let movements: [Movement]
  /// Whether values are drawn.
  private let areSamples: Bool

  /// The combinations of a sweep, of a spec with a seed.
  ///
  /// - Precondition: they can be counted.
  init(_ sweep: Sweep, seed: Int) {
    var stride = 1
    var movements: [Movement] = []
    for axes in sweep.movements.reversed() {
      let axis = sweep.axes[axes.lowerBound]
      movements.append(
        Movement(
          axes: axes, count: axis.values.count, stride: stride,
          draws: SweepDraws(seed: seed, key: axis.path), isDrawn: axis.distribution != nil))
      if sweep.method == .grid { stride *= axis.values.count }
    }
    self.movements = movements.reversed()
    switch sweep.method {
    case .grid:
      count = stride
      areSamples = false
    case .random(let samples):
      count = samples
      areSamples = true
    }
  }

  /// For each axis, the index of its value in the combination of a number.
  subscript(number: Int) -> [Int] {
    var indices: [Int] = []
    for movement in movements {
      let index = self.index(of: movement, in: number)
      for _ in movement.axes { indices.append(index) }
    }
    return indices
  }

  /// Gives the axes of some movements, in a combination, the values of the combination of a number.
  func set(_ movements: [Movement], of combination: inout [Int], asIn number: Int) {
    for movement in movements {
      let index = index(of: movement, in: number)
      for axis in movement.axes { combination[axis] = index }
    }
  }

  /// The index of the value that axes which move together have in the combination of a number.
  private func index(of movement: Movement, in number: Int) -> Int {
    guard areSamples else { return number / movement.stride % movement.count }
    return movement.isDrawn ? number : movement.draws.index(number, below: movement.count)
  }

  /// The combinations as some movements tell them apart: those of a grid by the values there, those
  /// of samples each by itself.
  func projection(onto movements: [Movement]) -> Projection {
    areSamples
      ? Projection(digits: movements.isEmpty ? [] : [(count, 1)])
      : Projection(digits: movements.map { ($0.count, $0.stride) })
  }

  /// What combinations are told apart by, where all but some movements are passed over.
  struct Projection: Sendable {
    /// The digits of a combination's number that count, the first changing slowest: how many values
    /// each has, and how many combinations lie between two of them.
    fileprivate let digits: [(count: Int, stride: Int)]

    /// How many combinations are told apart.
    var count: Int { digits.reduce(1) { $0 * $1.count } }

    /// The index, among those told apart, of the combination of a number.
    func index(ofCombination number: Int) -> Int {
      digits.reduce(0) { $0 * $1.count + number / $1.stride % $1.count }
    }

    /// The number of the first combination with such an index.
    func combination(at index: Int) -> Int {
      var (rest, number) = (index, 0)
      for digit in digits.reversed() {
        number += rest % digit.count * digit.stride
        rest /= digit.count
      }
      return number
    }
  }
}
