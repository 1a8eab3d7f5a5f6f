internal import RunRecords
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
    mean(lane, targets) { $0.precision }
  }

  /// True positives of all actual ones.
  func recall(_ lane: Int, _ targets: MetricTargets) -> Double {
    mean(lane, targets) { $0.recall }
  }

  /// The harmonic mean of precision and recall.
  func f1(_ lane: Int, _ targets: MetricTargets) -> Double {
    mean(lane, targets) { $0.f1 }
  }

  /// The mean of a quantity over the labels, or over the classes that are predicted or actual.
  private func mean(
    _ lane: Int, _ targets: MetricTargets, _ quantity: (LabelCounts) -> Double
  ) -> Double {
    var (sum, count) = (0.0, 0)
    for label in 0..<targets.outputs {
      let counts = LabelCounts(
        actual: targets.counts[label], predicted: predicted[label * lanes + lane],
        truePositives: truePositives[label * lanes + lane])
      if targets.task == .multiclass, counts.predicted + counts.actual == 0 { continue }
      sum += quantity(counts)
      count += 1
    }
    return sum / Double(count)
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
