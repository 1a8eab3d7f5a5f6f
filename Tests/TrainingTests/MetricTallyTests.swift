import Engine
import Testing
import Vocabulary

@testable import Training

/// Metrics of outputs.
struct MetricTallyTests {
  /// The values of metrics of one network whose rows come in chunks of these sizes.
  func values<S: EngineScalar>(
    _: S.Type, _ metrics: [Metric], _ task: Task, outputs: Int, _ answers: [Double],
    _ targets: [Double], chunks: [Int]? = nil, units: [OutputUnit] = []
  ) -> [Double] {
    let answers = answers.map { S($0) }
    var tally = MetricTally(
      metrics, MetricTargets(task: task, outputs: outputs, targets: targets.span), units: units)
    var rest = answers[...]
    for rows in chunks ?? [answers.count / outputs] {
      let chunk = Array(rest.prefix(rows * outputs))
      tally.add(chunk.span)
      rest = rest.dropFirst(rows * outputs)
    }
    var values = Array(repeating: 0.0, count: metrics.count)
    var span = values.mutableSpan
    tally.write(to: &span, from: 0, stride: 1)
    return values
  }

  @Test(arguments: MetricCase.all)
  func `metrics are scikit-learn's`(sample: MetricCase) {
    for (metric, value) in sample.values {
      let float32 = values(
        Float.self, [metric], sample.task, outputs: sample.outputs, sample.answers, sample.targets)
      let float64 = values(
        Double.self, [metric], sample.task, outputs: sample.outputs, sample.answers, sample.targets)
      #expect(abs(float32[0] - value) < 1e-6, "\(metric.name)")
      #expect(abs(float64[0] - value) < 1e-14, "\(metric.name)")
    }
  }

  /// Beside others, in any chunks and beside other metrics, the bits of a network's values are those
  /// that it has alone.
  @Test(arguments: MetricCase.all)
  func `values depend on nothing else`(sample: MetricCase) {
    let metrics = sample.values.map(\.key)
    let rows = sample.answers.count / sample.outputs
    let alone = metrics.map { metric in
      values(
        Double.self, [metric], sample.task, outputs: sample.outputs, sample.answers,
        sample.targets)[0]
    }
    let inChunks = values(
      Double.self, metrics, sample.task, outputs: sample.outputs, sample.answers, sample.targets,
      chunks: [1, 2, rows - 3])
    #expect(inChunks == alone)

    let lanes = 3
    let side = sample.answers.flatMap { [1 - $0, $0, $0 / 2] }
    let targets = sample.targets
    var tally = MetricTally(
      metrics + [.gradientNorm],
      MetricTargets(task: sample.task, outputs: sample.outputs, targets: targets.span),
      lanes: lanes)
    for _ in 0..<2 {
      tally.reset()
      let (first, second) = (
        Array(side.prefix(2 * sample.outputs * lanes)),
        Array(side.dropFirst(2 * sample.outputs * lanes))
      )
      tally.add(first.span)
      tally.add(second.span)
      var values = Array(repeating: 7.0, count: 1 + metrics.count * (lanes + 1))
      var span = values.mutableSpan
      tally.write(to: &span, from: 1, stride: lanes + 1)
      #expect(
        stride(from: 0, to: values.count, by: lanes + 1).allSatisfy { values[$0] == 7 })
      for (lane, answers) in [
        sample.answers.map { 1 - $0 }, sample.answers, sample.answers.map { $0 / 2 },
      ].enumerated() {
        let expected = self.values(
          Double.self, metrics, sample.task, outputs: sample.outputs, answers, sample.targets)
        #expect(metrics.indices.map { values[1 + $0 * (lanes + 1) + lane] } == expected)
      }
    }
  }

  @Test func `nothing is right about what is no number`() {
    func values(
      _ task: Task, _ outputs: Int, _ answers: [Double], _ targets: [Double]
    ) -> [Double] {
      self.values(
        Float.self, [.accuracy, .precision, .recall, .f1, .auc], task, outputs: outputs, answers,
        targets)
    }
    #expect(values(.binary, 1, [.nan, .nan], [0, 1]) == [0, 0, 0, 0, 0])
    #expect(values(.binary, 1, [.nan, 0.75, 0], [0, 1, 0]) == [2.0 / 3, 1, 1, 1, 0.5])
    #expect(values(.multilabel, 2, [.nan, 0.75, 0.25, 0.25], [0, 1, 1, 0])[0] == 0)
    #expect(values(.multiclass, 2, [.nan, 0, 0, .nan, 0, 1], [1, 0, 1, 0, 0, 1])[0] == 1.0 / 3)
    #expect(values(.multiclass, 3, [0, 1, .nan, 0, 1, 0], [0, 1, 0, 0, 1, 0])[0] == 0.5)
    for metric in [Metric.mae, .rmse, .r2] {
      let value = self.values(
        Float.self, [metric], .regression, outputs: 1, [.nan, 1], [0, 1])[0]
      #expect(value.isNaN)
    }
  }

  @Test func `an endless output is a number`() {
    #expect(
      values(
        Double.self, [.accuracy, .auc], .multiclass, outputs: 2,
        [-.infinity, -.infinity, -.infinity, .infinity], [1, 0, 0, 1]) == [1, 0.75])
  }

  @Test func `errors are in the units of the data`() {
    let units = [OutputUnit(scale: 2, origin: 10), .same]
    let values = values(
      Double.self, [.mae, .rmse, .r2], .regression, outputs: 2, [0, 1, 0.5, 2], [10, 1, 13, 4],
      units: units)
    let (root, share): (Double, Double) = (2.0.squareRoot(), 1 - 4 / 4.5)
    #expect(values == [1, root, share])
  }

  /// A mean of equal numbers is rounded, and is not always one of them.
  @Test func `targets that are the same do not vary`() {
    let targets = [0.1, 0.1, 0.1, 0.7, 0.7, 0.7]
    for column in [targets.prefix(3), targets.suffix(3)] {
      let exact = values(Double.self, [.r2], .regression, outputs: 1, Array(column), Array(column))
      let wrong = values(Double.self, [.r2], .regression, outputs: 1, [0, 0, 0], Array(column))
      #expect(exact == [1])
      #expect(wrong == [0])
    }
  }

  /// Against counting every pair.
  @Test func `the area under the curve is the share of pairs`() throws {
    var state: UInt64 = 1
    for count in [2, 3, 10, 101] {
      var samples: [(score: Double, isPositive: Bool)] = []
      for index in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let score = Double(state >> 60)
        samples.append((score, index == 0 || (index > 1 && state >> 33 & 1 == 1)))
      }
      let (positives, negatives) = (
        samples.filter(\.isPositive), samples.filter { !$0.isPositive }
      )
      let won = positives.reduce(0.0) { sum, positive in
        negatives.reduce(sum) {
          $0 + (positive.score > $1.score ? 1 : positive.score == $1.score ? 0.5 : 0)
        }
      }
      let area = try #require(RankStatistic.areaUnderCurve(samples))
      #expect(area == won / Double(positives.count * negatives.count))
    }
    #expect(RankStatistic.areaUnderCurve([(1, true)]) == nil)
    #expect(RankStatistic.areaUnderCurve([]) == nil)
  }
}
