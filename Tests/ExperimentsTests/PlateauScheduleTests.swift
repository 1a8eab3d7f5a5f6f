import Experiments
import Testing
import Vocabulary

/// The rate that falls when a score has stopped improving.
@Suite struct PlateauScheduleTests {
  private func rates(
    _ scores: [Double], monitor: Score = Score(.train, .loss), factor: Double = 0.5,
    patience: Int = 1, minDelta: Double = 0, minimum: Double = 0
  ) -> [Double] {
    var schedule = PlateauSchedule(
      rate: 1, monitor: monitor, factor: factor, patience: patience, minDelta: minDelta,
      minimum: minimum)
    return scores.map { schedule.observe($0) }
  }

  @Test func fallsAfterMoreThanPatience() {
    #expect(rates([1, 1, 1, 1, 1]) == [1, 1, 0.5, 0.5, 0.25])
    #expect(rates([1, 1, 1], patience: 0) == [1, 0.5, 0.25])
    #expect(rates([1, 1, 0.5, 0.5, 0.5]) == [1, 1, 1, 1, 0.5])
  }

  @Test func largerMetricsAreBetter() {
    let accuracy = Score(.train, .metric(.accuracy))
    #expect(rates([0.1, 0.2, 0.3, 0.4], monitor: accuracy) == [1, 1, 1, 1])
    #expect(rates([0.4, 0.3, 0.2], monitor: accuracy) == [1, 1, 0.5])
  }

  @Test func improvementIsMoreThanItsLeast() {
    #expect(rates([1, 0.75, 0.5], minDelta: 0.25) == [1, 1, 1])
    #expect(rates([1, 0.75, 0.75], minDelta: 0.25) == [1, 1, 0.5])
  }

  @Test func minimumIsNotPassed() {
    #expect(rates([1, 1, 1, 1], patience: 0, minimum: 0.3) == [1, 0.5, 0.3, 0.3])
    #expect(rates([1, 1, 1], patience: 0, minimum: 2) == [1, 1, 1])
  }

  @Test func nothingIsNoImprovement() {
    #expect(rates([.nan, .nan, 1, 1]) == [1, 0.5, 0.5, 0.5])
    #expect(rates([1, .nan, .infinity]) == [1, 1, 0.5])
  }
}
