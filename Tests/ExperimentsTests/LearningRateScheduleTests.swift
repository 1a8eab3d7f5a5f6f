import Experiments
import Testing
import Vocabulary

/// The rate of each step.
@Suite struct LearningRateScheduleTests {
  private func schedule(
    _ value: SpecValue, epochs: Int = 10, rate: Double = 0.5,
    _ changes: [Field: SpecValue] = [:]
  ) throws -> LearningRateSchedule {
    var changes = changes
    changes[.schedule] = value
    changes[.epochs] = .integer(epochs)
    changes[.learningRate] = .number(rate)
    return LearningRateSchedule(
      try RunConfiguration(resolving: settings(changes), facts: facts()))
  }

  /// The rates of all steps.
  private func rates(
    _ schedule: LearningRateSchedule, epochs: Int = 10, steps: Int = 1
  ) -> [Double] {
    (0..<epochs * steps).map {
      schedule.rate(epoch: $0 / steps, step: $0 % steps, stepsPerEpoch: steps)
    }
  }

  private func isNear(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-15 * max(abs($0), abs($1), 0.1) }
  }

  @Test(arguments: ScheduleValues.cases.indices)
  func ratesAreThoseOfPyTorch(index: Int) throws {
    let example = ScheduleValues.cases[index]
    var schedule = try schedule(example.schedule, epochs: example.epochs, rate: example.rate)
    #expect((schedule.monitor == nil) == example.scores.isEmpty)
    let steps = example.stepsPerEpoch
    for (place, expected) in example.rates.enumerated() {
      let (epoch, step) = place.quotientAndRemainder(dividingBy: steps)
      let rate = schedule.rate(epoch: epoch, step: step, stepsPerEpoch: steps)
      #expect(abs(rate - expected) <= 1e-14 * example.rate)
      if step == steps - 1, !example.scores.isEmpty { schedule.observe(example.scores[epoch]) }
    }
  }

  @Test func constantIsTheRateItself() throws {
    let schedule = try schedule(.text("constant"), rate: 0.1)
    #expect(rates(schedule, steps: 3) == Array(repeating: 0.1, count: 30))
    #expect(!schedule.isPerStep)
    #expect(schedule.monitor == nil)
  }

  @Test func stepIsAStair() throws {
    let value = word("step", ["every": .integer(3), "factor": .number(0.5)])
    let schedule = try schedule(value)
    #expect(
      rates(schedule) == [0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.0625])
    #expect(schedule.rate(epoch: 4, step: 7, stepsPerEpoch: 8) == 0.25)
    let standard = try self.schedule(word("step", ["every": .integer(1)]))
    #expect(isNear(rates(standard, epochs: 3), [0.5, 0.05, 0.005]))
  }

  @Test func exponentialFallsByOneShare() throws {
    let schedule = try schedule(word("exponential", ["decay": .number(0.5)]))
    #expect(rates(schedule, epochs: 5) == [0.5, 0.25, 0.125, 0.0625, 0.03125])
    let slow = try self.schedule(word("exponential", ["decay": .number(0.99)]), epochs: 1000)
    var rate = 0.5
    for epoch in 0..<1000 {
      #expect(abs(slow.rate(epoch: epoch, step: 0, stepsPerEpoch: 1) / rate - 1) < 1e-12)
      rate *= 0.99
    }
  }

  @Test func cosineCountsTowardsTheEpochs() throws {
    let schedule = try schedule(.text("cosine"), epochs: 4, rate: 1)
    let half = 0.7071067811865476
    #expect(isNear(rates(schedule, epochs: 4), [1, (1 + half) / 2, 0.5, (1 - half) / 2]))
    let above = try self.schedule(
      word("cosine", ["final": .number(0.2)]), epochs: 4, rate: 1, [.stopAt: .integer(2)])
    #expect(isNear([rates(above, epochs: 4)[2]], [0.6]))
  }

  @Test func warmupIsALineIntoACosine() throws {
    let value = word("warmup_cosine", ["warmup": .number(1.5)])
    let schedule = try schedule(value, epochs: 4, rate: 1)
    // Two steps in each epoch: three up, then five down.
    let found = rates(schedule, epochs: 4, steps: 2)
    #expect(found.prefix(4) == [0.25, 0.5, 0.75, 1])
    #expect(
      isNear(
        Array(found.suffix(4)),
        [0.9045084971874737, 0.6545084971874737, 0.3454915028125263, 0.09549150281252627]))
    #expect(schedule.isPerStep)
  }

  /// `torch.optim.lr_scheduler.OneCycleLR(max_lr=1, total_steps=10)`.
  @Test func oneCycleIsAsPyTorchHasIt() throws {
    let schedule = try schedule(.text("one_cycle"), epochs: 5, rate: 1)
    #expect(
      isNear(
        rates(schedule, epochs: 5, steps: 2),
        [
          0.04, 0.52, 1, 0.9504846320134737, 0.8117456539497631, 0.6112620219362893,
          0.3887419780637107, 0.188258346050237, 0.04951936798652635, 4e-6,
        ]))
  }

  @Test(
    arguments: [(1, [4e-6]), (2, [0.811745653949763, 4e-6])] as [(Int, [Double])])
  func oneCycleMayBeShort(epochs: Int, expected: [Double]) throws {
    let schedule = try schedule(.text("one_cycle"), epochs: epochs, rate: 1)
    #expect(isNear(rates(schedule, epochs: epochs), expected))
  }

  @Test func oneCycleBeginsAtItsTopWhereTheRiseIsOneStep() throws {
    let value = word("one_cycle", ["warmup": .number(0.1)])
    #expect(rates(try schedule(value, rate: 1))[0] == 1)
  }

  @Test func plateauFollowsItsScore() throws {
    let value = word(
      "reduce_on_plateau",
      ["monitor": .text("train_loss"), "patience": .integer(0), "factor": .number(0.5)])
    var schedule = try schedule(value, rate: 1)
    #expect(schedule.monitor == Score(.train, .loss))
    #expect(schedule.rate(epoch: 0, step: 0, stepsPerEpoch: 1) == 1)
    schedule.observe(3)
    schedule.observe(3)
    #expect(schedule.rate(epoch: 2, step: 0, stepsPerEpoch: 1) == 0.5)
  }
}
