import Experiments
import Testing
import Vocabulary

/// What follows from the scores of one epoch after another.
@Suite struct EarlyStoppingTests {
  private func tracker(
    patience: Int, minDelta: Double = 0, goal: Goal = .minimize
  ) -> EarlyStopping.Tracker {
    EarlyStopping.Tracker(
      EarlyStopping(
        monitor: Score(.train, .loss), goal: goal, patience: patience, minDelta: minDelta))
  }

  /// The epoch that training stops at, and the best until then.
  private func end(
    _ tracker: EarlyStopping.Tracker, _ scores: [Double]
  ) -> (stop: Int?, best: Int?) {
    var tracker = tracker
    for (epoch, score) in scores.enumerated() {
      if tracker.observe(epoch: epoch, score: score).shouldStop {
        return (epoch, tracker.best?.epoch)
      }
    }
    return (nil, tracker.best?.epoch)
  }

  typealias Case = (patience: Int, scores: [Double], stop: Int?, best: Int?)

  @Test(
    arguments: [
      (1, [1, 2], 1, 0), (2, [1, 2, 2], 2, 0), (2, [1, 2, 0.5, 1, 1], 4, 2),
      (2, [3, 2, 1, 0], nil, 3), (3, [1, 1, 1, 1], 3, 0), (2, [1, 2], nil, 0),
      (2, [.nan, .nan, .nan], 2, nil), (2, [.nan, 1, .infinity, -.infinity], 3, 1),
      (2, [.nan, .nan, 5], nil, 2), (1, [1], nil, 0),
    ] as [Case])
  func smallerIsBetter(_ example: Case) {
    let found = end(tracker(patience: example.patience), example.scores)
    #expect(found.stop == example.stop)
    #expect(found.best == example.best)
  }

  @Test func largerIsBetter() {
    let found = end(tracker(patience: 2, goal: .maximize), [0.5, 0.4, 0.6, 0.6, 0.1])
    #expect(found.stop == 4)
    #expect(found.best == 2)
  }

  @Test func improvementsThatAreTooSmallDoNotCount() {
    let scores = [1, 0.95, 0.9, 0.85]
    #expect(end(tracker(patience: 3, minDelta: 0.1), scores).stop == nil)
    #expect(end(tracker(patience: 2, minDelta: 0.1), scores).stop == 2)
    // What is best needs no least improvement.
    #expect(end(tracker(patience: 2, minDelta: 0.1), scores).best == 2)
    #expect(end(tracker(patience: 2, minDelta: 0), scores).stop == nil)
  }

  @Test func slowImprovementsAddUp() {
    // Each is less than 0.1, but every second is more than 0.1 below where it is counted from.
    let scores = [1, 0.94, 0.88, 0.82, 0.76]
    #expect(end(tracker(patience: 2, minDelta: 0.1), scores).stop == nil)
  }

  @Test func bestIsNotedAtOnce() {
    var tracker = tracker(patience: 5)
    #expect(tracker.best == nil)
    let verdicts = [2, 1, 1, 3, 0.5].enumerated().map {
      tracker.observe(epoch: $0.offset, score: $0.element).isBest
    }
    #expect(verdicts == [true, true, false, false, true])
    #expect(tracker.best?.score == 0.5)
  }

  @Test func canonicalFormIsWhole() {
    let rule = EarlyStopping(monitor: Score(.validation, .metric(.accuracy)), goal: .maximize)
    #expect(
      rule.specValue.text
        == "{monitor: val_accuracy, mode: maximize, patience: 20, min_delta: 0, restore_best: true}"
    )
  }
}
