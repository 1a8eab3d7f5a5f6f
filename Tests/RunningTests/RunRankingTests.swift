import Experiments
import RunRecords
import Running
import TestPlans
import Testing

/// The order of runs from best to worst.
struct RunRankingTests {
  private func sweep(rates: Int, seeds: Int, rankBy: String = "train_loss") throws -> RunPlan {
    try plan(
      """
      dataset: xor
      layers: [2, 1]
      learning_rate: 0.5
      epochs: 10
      sweep:
        parameters: {learning_rate: [\((1...rates).map(String.init).joined(separator: ", "))]}
        seeds: \(seeds)
        rank_by: {metric: \(rankBy)}
      """)
  }

  @Test(arguments: [
    ([3.0, 1, 2], [3, 1, 2]), ([1, 1, 1], [1, 2, 3]), ([2, 1, 1], [3, 1, 2]),
    ([.nan, 1, 2], [3, 1, 2]), ([.nan, .nan, 2], [2, 3, 1]), ([.nan, .nan, .nan], [1, 2, 3]),
    ([0, -0.0, -1], [2, 3, 1]), ([1e308, 2, 1], [3, 2, 1]),
  ])
  func `runs are ranked by their score, ties in the order of the plan`(
    losses: [Double], ranks: [Int]
  ) throws {
    let result = try sweep(rates: losses.count, seeds: 1).result(losses: losses)
    #expect(result.ranking.runRanks == ranks)
    #expect(result.ranking.configurationRanks == ranks)
    #expect(result.best == ranks.firstIndex(of: 1))
  }

  @Test(arguments: [
    // The mean decides between configurations, the run's own score inside one.
    ([5.0, 1, 2, 3], [2, 1] as [Int?], [4, 3, 1, 2] as [Int?]),
    ([4, 3, 2, 1], [2, 1], [4, 3, 2, 1]),
    // A tie of means keeps the order of the plan.
    ([1, 3, 2, 2], [1, 2], [1, 2, 3, 4]),
    // A diverged run makes its configuration the last, and is the last inside it.
    ([.nan, 1, 8, 9], [2, 1], [4, 3, 1, 2]),
    ([.nan, 9, 1, .nan], [1, 2], [2, 1, 3, 4]),
  ])
  func `configurations are ranked by their means`(
    losses: [Double], configurations: [Int?], ranks: [Int?]
  ) throws {
    let result = try sweep(rates: 2, seeds: 2).result(losses: losses)
    #expect(result.ranking.configurationRanks == configurations)
    #expect(result.ranking.runRanks == ranks)
  }

  @Test func `runs that have not finished have no rank and no part in means`() throws {
    let plan = try sweep(rates: 3, seeds: 2)
    let result = ExperimentResult(
      plan,
      [
        plan.record(0, [2]), RunRecord(failure: "no space"), .interrupted, .interrupted,
        plan.record(4, [1]), plan.record(5, [2]),
      ])
    #expect(result.ranking.runRanks == [3, nil, nil, nil, 1, 2])
    #expect(result.ranking.configurationRanks == [2, nil, 1])
    #expect(result.ranking.configurationOrder == [3, 1])
    #expect(result.ranking.order == [4, 5, 0])
  }

  @Test func `without a finished run there is no best`() throws {
    let result = ExperimentResult(try sweep(rates: 1, seeds: 1), [.interrupted])
    #expect(result.best == nil)
    #expect(result.ranking.runRanks == [nil])
  }

  @Test func `the goal is that of the score`() throws {
    let plan = try sweep(rates: 3, seeds: 1, rankBy: "train_accuracy")
    let result = ExperimentResult(
      plan, [plan.record(0, [1, 0.5]), plan.record(1, [2, 0.75]), plan.record(2, [3, 0.25])])
    #expect(result.ranking.runRanks == [2, 1, 3])
  }

  @Test func `a run that stopped early is ranked by its score`() throws {
    let plan = try sweep(rates: 3, seeds: 1)
    let result = ExperimentResult(
      plan,
      [plan.record(0, [2]), plan.record(1, [1], .stoppedEarly), plan.record(2, [3], .stoppedEarly)])
    #expect(result.ranking.runRanks == [2, 1, 3])
  }

  @Test func `a diverged run is last whatever its score is`() throws {
    let plan = try sweep(rates: 2, seeds: 1, rankBy: "train_accuracy")
    let result = ExperimentResult(
      plan, [plan.record(0, [.nan, 1], .diverged), plan.record(1, [2, 0.25])])
    #expect(result.ranking.runRanks == [2, 1])
  }

  @Test func `the counts are of all endings`() throws {
    let plan = try sweep(rates: 5, seeds: 1)
    let counts = RunCounts([
      plan.record(0, [1]), plan.record(1, [1], isCached: true),
      plan.record(2, [.nan], .diverged, isCached: true), RunRecord(failure: "x"), .interrupted,
    ])
    #expect(counts.total == 5)
    #expect(counts.trained == 1)
    #expect(counts.cached == 2)
    #expect(counts[.completed] == 2)
    #expect(counts[.diverged] == 1)
    #expect(counts[.failed] == 1)
    #expect(counts[.interrupted] == 1)
  }
}
