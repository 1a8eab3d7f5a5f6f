import Experiments
import Testing
import Vocabulary

/// The rungs of successive halving.
@Suite struct HalvingTests {
  @Test(arguments: [
    (10, 3, 90, [10, 30, 90]), (10, 3, 91, [10, 30, 90, 91]), (10, 3, 89, [10, 30, 89]),
    (1, 2, 2, [1, 2]), (5, 10, 6, [5, 6]), (1, 2, 9, [1, 2, 4, 8, 9]),
    (Int.max / 2, 3, Int.max, [Int.max / 2, Int.max]),
  ])
  func `rungs grow by the factor up to the last epoch`(
    min: Int, factor: Int, last: Int, rungs: [Int]
  ) {
    #expect(Halving(min: min, factor: factor).rungs(upTo: last) == rungs)
  }

  @Test(arguments: [(9, 3, 3), (10, 3, 4), (1, 3, 1), (0, 3, 0), (5, 2, 3), (2, 1000, 1)])
  func `one of so many goes on, rounded up`(count: Int, factor: Int, survivors: Int) {
    #expect(Halving(min: 1, factor: factor).survivorCount(of: count) == survivors)
  }

  private func plan(
    _ changes: [Field: SpecValue], axes: [Sweep.Axis], seeds: Int = 1,
    _ halving: Halving? = Halving(min: 10, factor: 3)
  ) throws(RunPlan.Failure) -> RunPlan {
    let plain = experiment(changes)
    let sweep = Sweep(
      axes: axes, exclusions: [], seeds: seeds, rankBy: nil, maxRuns: 1000, halving: halving)
    return try RunPlan(
      expanding: Experiment(
        name: "test", description: nil, settings: plain.settings, sweep: sweep,
        onDivergence: .fail)
    ) { _ in facts() }
  }

  @Test func `a plan has the rungs of its last epoch`() throws {
    let rates = axis(.learningRate, nil, 0.1, 0.2, 0.3, 0.4)
    let plan = try plan([:], axes: [rates], seeds: 2)
    #expect(plan.rungs == [10, 30, 90, 100])
    #expect(plan.configurationsInRungs == [4, 2, 1, 1])
    #expect(try self.plan([.stopAt: .integer(30)], axes: [rates]).rungs == [10, 30])
    #expect(try self.plan([:], axes: [rates], nil).rungs == [])
    #expect(try self.plan([:], axes: [rates], nil).configurationsInRungs == [])
  }

  @Test func `the run of a rung stops there, and that of the last is the run itself`() throws {
    let plan = try plan([.logEvery: .integer(20)], axes: [])
    let stopped = try self.plan(
      [.logEvery: .integer(20), .stopAt: .integer(10)], axes: [], nil
    ).runs[0]
    #expect(plan.run(0, inRung: 1).id == stopped.id)
    #expect(plan.run(0, inRung: 1).configuration == stopped.configuration)
    #expect(plan.run(0, inRung: 4).id == plan.runs[0].id)
    #expect(plan.run(0, inRung: 2).configurationNumber == 1)
  }

  @Test func `halving changes neither the runs nor their order`() throws {
    let rates = axis(.learningRate, nil, 0.1, 0.2)
    #expect(
      try plan([:], axes: [rates]).runs.map(\.id) == plan([:], axes: [rates], nil).runs.map(\.id))
  }
}
