/// Points whose levels of distributions are worked out once: that takes a while, and a plan asks for
/// them several times.
struct KeptPoints<Points: SweepPoints>: SweepPoints {
  /// The points.
  private let points: Points
  /// For each movement its levels; none where they are of lists.
  private let levels: [[Level]]

  /// Works out the points of a sweep.
  init(_ points: Points, of sweep: Sweep) {
    self.points = points
    levels = sweep.movements.enumerated().map { movement, axes in
      guard sweep.axes[axes.lowerBound].listed.isEmpty else { return [] }
      return (0..<points.count).map { points.level(of: movement, in: $0) }
    }
  }

  /// How many points there are.
  var count: Int { points.count }

  /// The level that axes which move together have in the point of a number.
  func level(of movement: Int, in number: Int) -> Level {
    levels[movement].isEmpty ? points.level(of: movement, in: number) : levels[movement][number]
  }
}
