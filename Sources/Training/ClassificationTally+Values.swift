internal import Vocabulary

extension ClassificationTally {
  /// The share of rows that are right, for several labels in all of them.
  func accuracy(_ lane: Int, _ targets: MetricTargets) -> Double {
    Double(rightRows[lane]) / Double(targets.rows)
  }

  /// Writes the accuracies of all networks from a place on.
  func writeAccuracies(
    _ targets: MetricTargets, to values: inout MutableSpan<Double>, from place: Int
  ) {
    let (right, rows) = (rightRows.span, Double(targets.rows))
    for lane in right.indices { values[place + lane] = Double(right[lane]) / rows }
  }

  /// True positives of all predicted ones.
  func precision(_ lane: Int, _ targets: MetricTargets) -> Double {
    mean(lane, targets) { truePositives, predicted, _ in Self.ratio(truePositives, predicted) }
  }

  /// True positives of all actual ones.
  func recall(_ lane: Int, _ targets: MetricTargets) -> Double {
    mean(lane, targets) { truePositives, _, actual in Self.ratio(truePositives, actual) }
  }

  /// The harmonic mean of precision and recall.
  func f1(_ lane: Int, _ targets: MetricTargets) -> Double {
    mean(lane, targets) { truePositives, predicted, actual in
      Self.ratio(2 * truePositives, predicted + actual)
    }
  }

  /// The mean of a quantity over the labels, or over the classes that are predicted or actual.
  private func mean(
    _ lane: Int, _ targets: MetricTargets,
    _ quantity: (_ truePositives: Int, _ predicted: Int, _ actual: Int) -> Double
  ) -> Double {
    var (sum, count) = (0.0, 0)
    for label in 0..<targets.outputs {
      let (predicted, actual) = (predicted[label * lanes + lane], targets.counts[label])
      if targets.task == .multiclass, predicted + actual == 0 { continue }
      sum += quantity(truePositives[label * lanes + lane], predicted, actual)
      count += 1
    }
    return sum / Double(count)
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// The mean of the areas under the curves of the labels, or of each class against the rest, over
  /// those that some rows have and some have not; 0 where there are none.
  func areaUnderCurve(_ lane: Int, _ targets: MetricTargets) -> Double {
    var (sum, count) = (0.0, 0)
    for output in 0..<targets.outputs {
      let area = RankStatistic.areaUnderCurve(
        (0..<targets.rows).map { row in
          let index = row * targets.outputs + output
          let isPositive =
            targets.task == .multiclass
            ? targets.labels[row] == output : targets.labels[index] == 1
          return (scores[index * lanes + lane], isPositive)
        })
      guard let area else { continue }
      sum += area
      count += 1
    }
    return count == 0 ? 0 : sum / Double(count)
  }
}
