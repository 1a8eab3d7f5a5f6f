internal import Vocabulary

extension Experiment {
  /// How many runs there are before any is left out: one for each seed of each fold of each
  /// configuration; nil where the count overflows.
  ///
  /// - Complexity: O(axes), and O(combinations) of the axes that give values to `split`.
  public var runCount: Int? {
    guard let combined = combinedFoldCount else { return nil }
    let folds = sweep.inclusions.reduce(combined as Int?) { sum, assignments in
      var settings = settings
      _ = settings.set(assignments)
      return sum.flatMap { Self.sum($0, settings.foldCount ?? 1) }
    }
    return folds.flatMap { Self.product([sweep.seeds, $0]) }
  }

  /// How many folds the combinations of the axes have, where one without folds counts as one.
  private var combinedFoldCount: Int? {
    func isOfSplits(_ axes: Range<Int>) -> Bool {
      axes.contains { sweep.axes[$0].path.field == .split }
    }
    func counts(_ movements: [Range<Int>]) -> [Int] {
      movements.map { sweep.axes[$0.lowerBound].values.count }
    }
    switch sweep.method {
    case .grid:
      let others = Self.product(counts(sweep.movements.filter { !isOfSplits($0) }))
      let splits = Self.product(counts(sweep.movements.filter(isOfSplits)))
      guard let others, let splits else { return nil }
      // More than is allowed already: by how much is of no interest.
      guard splits <= sweep.maxRuns else { return Self.product([others, splits]) }
      let axes = sweep.movements.filter(isOfSplits).map { sweep.axes[$0] }
      return Self.product([others, foldCount(ofGrid: axes)])
    case .random(let samples):
      guard samples <= sweep.maxRuns, sweep.movements.contains(where: isOfSplits) else {
        return Self.product([samples, settings.foldCount ?? 1])
      }
      let combinations = Combinations(sweep, seed: settings.seed)
      return (0..<samples).reduce(0) { sum, sample in
        sum + foldCount(of: zip(sweep.axes, combinations[sample]))
      }
    }
  }

  /// How many folds the combinations of axes that move in these groups have.
  private func foldCount(ofGrid movements: [ArraySlice<Sweep.Axis>]) -> Int {
    guard let first = movements.first else { return settings.foldCount ?? 1 }
    let grid = Combinations(
      Sweep(
        axes: [], zips: movements.map(Array.init), seeds: 1, rankBy: nil, maxRuns: sweep.maxRuns),
      seed: 0)
    let axes = movements.dropFirst().reduce(Array(first)) { $0 + $1 }
    return (0..<grid.count).reduce(0) { $0 + foldCount(of: zip(axes, grid[$1])) }
  }

  /// How many folds the settings with some values of axes have.
  private func foldCount(of values: Zip2Sequence<[Sweep.Axis], [Int]>) -> Int {
    var settings = settings
    _ = settings.set(values.map { Sweep.Assignment($0.path, $0.values[$1]) })
    return settings.foldCount ?? 1
  }

  /// A sum; nil where it overflows.
  private static func sum(_ first: Int, _ second: Int) -> Int? {
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? nil : sum
  }

  /// A product; nil where it overflows.
  private static func product(_ factors: [Int]) -> Int? {
    factors.reduce(1) { product, factor in
      guard let product else { return nil }
      let (next, overflows) = product.multipliedReportingOverflow(by: factor)
      return overflows ? nil : next
    }
  }
}
