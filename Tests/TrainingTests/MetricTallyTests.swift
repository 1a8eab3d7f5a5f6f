import Testing
import Vocabulary

@testable import Training

@Suite struct MetricTallyTests {
  private func tally(
    _ task: Task, _ outputs: [[Float]], _ targets: [[Double]]
  ) -> MetricTally {
    var tally = MetricTally(task: task, outputs: outputs[0].count)
    let values = outputs.flatMap(\.self)
    let expected = targets.joined().map(Float.init)
    tally.add(values.span, expected.span)
    return tally
  }

  @Test func accuracyCountsRows() {
    #expect(
      tally(.binary, [[0.4], [0.5], [0.6]], [[0], [1], [1]]).value(of: .accuracy) == 2.0 / 3)
    #expect(
      tally(.multiclass, [[1, 2, 2], [3, 0, 0]], [[0, 1, 0], [0, 0, 1]]).value(of: .accuracy)
        == 0.5)
    #expect(
      tally(.multilabel, [[0.9, 0.1], [0.9, 0.9]], [[1, 0], [1, 0]]).value(of: .accuracy) == 0.5)
  }

  @Test func nothingIsRightAboutNaN() {
    #expect(tally(.binary, [[.nan]], [[0]]).value(of: .accuracy) == 0)
    #expect(tally(.multiclass, [[.nan, 0]], [[1, 0]]).value(of: .accuracy) == 0)
    #expect(tally(.regression, [[.nan]], [[0]]).value(of: .mae).isNaN)
  }

  @Test func errorsAreMeansOverSamplesAndOutputs() {
    let tally = tally(.regression, [[1, 2], [3, 5]], [[0, 0], [0, 0]])
    #expect(tally.value(of: .mae) == 11.0 / 4)
    #expect(tally.value(of: .rmse) == (39.0 / 4).squareRoot())
  }

  @Test func chunksAddUp() {
    let (firstTargets, secondTargets): ([Float], [Float]) = ([0], [1, 1])
    var tally = MetricTally(task: .binary, outputs: 1)
    let (first, second): ([Float], [Float]) = ([0.1], [0.9, 0.2])
    tally.add(first.span, firstTargets.span)
    tally.add(second.span, secondTargets.span)
    #expect(tally.value(of: .accuracy) == 2.0 / 3)
  }
}
