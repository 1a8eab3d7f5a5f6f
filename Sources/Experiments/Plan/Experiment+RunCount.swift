internal import Vocabulary

extension Experiment {
  /// The points of the sweep, and how many runs there are before any is left out: one for each seed of
  /// each fold of each configuration.
  ///
  /// - Returns: no points where there are certainly too many for a plan, and no count where it
  ///   overflows.
  var points: (points: (any SweepPoints)?, runCount: Int?) {
    // No more samples are drawn than a plan may have.
    if let samples = sweep.samples, samples > sweep.maxRuns {
      return (nil, runCount(folds: Self.product(samples, settings.foldCount ?? 1)))
    }
    guard let points = sweep.points(seed: settings.seed) else { return (nil, nil) }
    return (points, runCount(folds: foldCount(of: points)))
  }

  /// How many runs there are, where the points have so many folds together; nil where that overflows.
  private func runCount(folds: Int?) -> Int? {
    let all = sweep.inclusions.reduce(folds) { sum, assignments in
      Self.sum(sum, foldCount(with: assignments))
    }
    return Self.product(sweep.seeds, all)
  }

  /// How many folds the configurations of points have together, one without folds counting as one.
  private func foldCount(of points: any SweepPoints) -> Int? {
    let movements = sweep.movements.indices.filter { movement in
      sweep.axes[sweep.movements[movement]].contains { $0.path.field == .split }
    }
    let projection = points.projection(onto: movements, of: sweep)
    // More than is allowed already: by how much is of no interest.
    guard projection.count <= sweep.maxRuns else { return points.count }
    return zip(0..<projection.count, projection.pointCounts).reduce(0) { sum, part in
      let values = points.values(projection.firstNumber(of: part.0), of: sweep)
      let assignments = zip(sweep.axes, values).map { Sweep.Assignment($0.path, $1) }
      return Self.sum(sum, Self.product(foldCount(with: assignments), part.1))
    }
  }

  /// How many folds a configuration has that gives values to keys.
  private func foldCount(with assignments: [Sweep.Assignment]) -> Int {
    var settings = settings
    _ = settings.set(assignments)
    return settings.foldCount ?? 1
  }

  /// A sum; nil where it overflows.
  private static func sum(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return nil }
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? nil : sum
  }

  /// A product; nil where it overflows.
  private static func product(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return nil }
    let (product, overflows) = first.multipliedReportingOverflow(by: second)
    return overflows ? nil : product
  }
}
