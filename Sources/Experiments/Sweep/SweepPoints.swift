internal import Vocabulary

/// The points of a sweep: which level each axis has in the configuration of a number.
///
/// They are what tells one method from another: a method is a word of `SweepMethod`, a type of this
/// kind, and its line in `Sweep.points(seed:)`. A point depends on the sweep, the seed and its number
/// alone. A search that learns from results is none of these: it gives configurations of its own, as
/// `include` does.
protocol SweepPoints: Sendable {
  /// How many points there are; fewer than 2³¹ where samples are taken.
  var count: Int { get }

  /// The level that axes which move together have in the point of a number.
  ///
  /// - Parameter movement: which of the sweep's movements; the axes of one have levels of one index.
  func level(of movement: Int, in number: Int) -> Level

  /// The points of a sweep as some of its movements tell them apart.
  func projection(onto movements: [Int], of sweep: Sweep) -> Projection
}

extension SweepPoints {
  /// The points of a sweep as some of its movements tell them apart: each combination of levels once,
  /// or each point by itself where hardly any two have a level in common.
  func projection(onto movements: [Int], of sweep: Sweep) -> Projection {
    guard !movements.isEmpty else { return Projection(of: count, digits: []) }
    let axes = movements.map { sweep.axes[sweep.movements[$0].lowerBound] }
    guard !axes.contains(where: \.isContinuous) else {
      return Projection(of: count, digits: [Projection.Digit(count: count, stride: 1)])
    }
    var known: [[Level]: Int32] = [:]
    var classes: [Int32] = []
    classes.reserveCapacity(count)
    for number in 0..<count {
      let levels = movements.map { level(of: $0, in: number) }
      let index = known[levels] ?? Int32(known.count)
      known[levels] = index
      classes.append(index)
    }
    return Projection(of: classes)
  }
}

extension SweepPoints {
  /// The levels that all axes of a sweep have in the point of a number.
  func levels(_ number: Int, of sweep: Sweep) -> [Level] {
    var levels: [Level] = []
    levels.reserveCapacity(sweep.axes.count)
    for (movement, axes) in sweep.movements.enumerated() {
      let level = level(of: movement, in: number)
      for _ in axes { levels.append(level) }
    }
    return levels
  }

  /// Gives the axes of some movements the levels that they have in the point of a number.
  func set(_ movements: [Int], of levels: inout [Level], asIn number: Int, of sweep: Sweep) {
    for movement in movements {
      let level = level(of: movement, in: number)
      for axis in sweep.movements[movement] { levels[axis] = level }
    }
  }

  /// The values that all axes of a sweep have in the point of a number.
  func values(_ number: Int, of sweep: Sweep) -> [SpecValue] {
    var values: [SpecValue] = []
    values.reserveCapacity(sweep.axes.count)
    for (movement, axes) in sweep.movements.enumerated() {
      let level = level(of: movement, in: number)
      for axis in axes { values.append(sweep.axes[axis].value(at: level)) }
    }
    return values
  }

  /// Every value that a key has in the points of a sweep, in its list or in the order of the points;
  /// nil where it is no axis.
  func values(of key: SettingPath, in sweep: Sweep) -> [SpecValue]? {
    for (movement, axes) in sweep.movements.enumerated() {
      guard let axis = sweep.axes[axes].first(where: { $0.path == key }) else { continue }
      return switch axis.values {
      case .list(let values): values
      case .distribution: (0..<count).map { axis.value(at: level(of: movement, in: $0)) }
      }
    }
    return nil
  }
}

extension Sweep {
  /// The points that the sweep of a spec with a seed takes; nil where they cannot be counted.
  ///
  /// - Complexity: O(axes) for a grid, else O(samples × axes).
  func points(seed: Int) -> (any SweepPoints)? {
    let count = samples ?? 0
    return switch method {
    case .grid: GridPoints(of: self)
    case .random: KeptPoints(RandomPoints(of: self, count: count, seed: seed), of: self)
    }
  }
}
