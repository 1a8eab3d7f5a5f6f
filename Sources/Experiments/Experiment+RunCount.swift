internal import Vocabulary

extension Experiment {
  /// How many runs there are before any is left out: one for each seed of each fold of each
  /// combination; nil where the count overflows.
  ///
  /// - Complexity: O(axes), and O(combinations) of the axes that give values to `split`.
  public var runCount: Int? {
    let others = sweep.axes.filter { $0.path.field != .split }.map(\.values.count)
    return Self.product([sweep.seeds] + others).flatMap { count in
      foldCount.flatMap { Self.product([count, $0]) }
    }
  }

  /// How many folds all splits of the sweep have together, where one without folds counts as one.
  private var foldCount: Int? {
    let axes = sweep.axes.filter { $0.path.field == .split }
    guard let size = Self.product(axes.map(\.values.count)) else { return nil }
    // More than is allowed already: by how much is of no interest.
    if size > sweep.maxRuns { return size }
    var combinations = Combinations(counts: axes.map(\.values.count))
    var sum = 0
    while let combination = combinations.next() {
      var settings = settings
      for (axis, value) in zip(axes, combination) {
        _ = settings.set(axis.path, to: axis.values[value])
      }
      sum += settings.foldCount ?? 1
    }
    return sum
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
