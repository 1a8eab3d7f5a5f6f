import Experiments
import RunRecords
import Running
import TestPlans
import Testing

/// Which configurations go on from rung to rung.
struct SuccessiveHalvingTests {
  /// Goes through the rungs with losses that are told by run and rung; a nan diverges, nil fails.
  private func climbed(
    _ plan: RunPlan, _ loss: (_ run: RunPlan.Run, _ rung: Int) -> Double?
  ) throws -> (end: Halved, trained: [[Int]]) {
    let end = plan.halved(loss)
    for (index, round) in end.rounds.enumerated() {
      let rung = try #require(round.rung)
      #expect(rung.number == index + 1)
      #expect(rung.count == plan.rungs.count)
      #expect(rung.isLast == (rung.number == plan.rungs.count))
      #expect(round.plan.runs.allSatisfy { $0.configuration.stopAt == plan.rungs[index] })
    }
    return (end, end.rounds.map { $0.plan.runs.map(\.configurationNumber) })
  }

  @Test func `a plan that does not halve is trained all at once`() throws {
    let plan = try plan("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n")
    var strategy = plan.strategy
    let round = try #require(strategy.round)
    #expect(round.rung == nil && round.shorter.isEmpty)
    #expect(round.plan.runs.map(\.id) == plan.runs.map(\.id))
    #expect(strategy.records.map(\.status) == [.interrupted])
    strategy.take([plan.record(0, [1])])
    #expect(strategy.round == nil)
    #expect(strategy.records.map(\.status) == [.completed])
  }

  @Test func `the best third goes on from each rung`() throws {
    let plan = try halving(rates: 9)
    // What is best changes from rung to rung.
    let (end, trained) = try climbed(plan) { run, rung in
      abs(Double(run.configurationNumber) - (rung == 1 ? 5 : 6))
    }
    #expect(trained == [Array(1...9), [4, 5, 6], [6]])
    let statuses = end.records.map(\.status)
    #expect(statuses.count { $0 == .pruned } == 8)
    #expect(statuses[5] == .completed)
    #expect(end.records.map(\.rung) == [1, 1, 1, 2, 2, 3, 1, 1, 1])
    #expect(end.plan.runs[5].id == plan.runs[5].id)
    #expect(end.plan.runs[0].id == plan.run(0, inRung: 1).id)
    let result = end.result
    #expect(result.best == 5)
    #expect(result.counts[.pruned] == 8)
    #expect(result.counts[.completed] == 1)
  }

  @Test func `ties go on in the order of the plan`() throws {
    let (_, trained) = try climbed(try halving(rates: 7)) { _, _ in 1 }
    #expect(trained == [Array(1...7), [1, 2, 3], [1]])
  }

  @Test func `the mean over seeds decides, and all seeds go on together`() throws {
    let plan = try halving(rates: 3, seeds: 2)
    let losses = [[1, 9], [4, 5], [3, 8.0]]
    let (end, trained) = try climbed(plan) { run, _ in
      losses[run.configurationNumber - 1][run.configuration.seed]
    }
    #expect(trained == [[1, 1, 2, 2, 3, 3], [2, 2], [2, 2]])
    #expect(end.records.map(\.rung) == [1, 1, 3, 3, 1, 1])
  }

  @Test func `a configuration with a diverged run goes on after all others`() throws {
    let plan = try halving(rates: 4, seeds: 2)
    let (end, trained) = try climbed(plan) { run, _ in
      run.configuration.seed == 1 && run.configurationNumber != 4
        ? .nan : Double(run.configurationNumber)
    }
    #expect(trained == [[1, 1, 2, 2, 3, 3, 4, 4], [1, 1, 4, 4], [4, 4]])
    // One that diverged says so, also where it does not go on.
    #expect(
      end.records.map(\.status) == [
        .pruned, .diverged, .pruned, .diverged, .pruned, .diverged, .completed, .completed,
      ])
    let ranking = end.result.ranking
    #expect(ranking.configurationRanks == [2, 3, 4, 1])
  }

  @Test func `later rungs rank before earlier ones, and the diverged last`() throws {
    let plan = try halving(rates: 9)
    let (end, _) = try climbed(plan) { run, rung in
      // The losses of later rungs are larger; the last survivor diverges there.
      rung == 3 ? .nan : Double(run.configurationNumber * rung)
    }
    let ranking = end.result.ranking
    #expect(end.records.map(\.rung) == [3, 2, 2, 1, 1, 1, 1, 1, 1])
    #expect(ranking.configurationOrder == [2, 3, 4, 5, 6, 7, 8, 9, 1])
  }

  @Test func `a configuration with a failed run does not go on`() throws {
    let (end, trained) = try climbed(try halving(rates: 6, seeds: 2)) { run, _ in
      run.configurationNumber == 1 && run.configuration.seed == 0
        ? nil : Double(run.configurationNumber)
    }
    #expect(trained == [[1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], [2, 2, 3, 3], [2, 2]])
    #expect(end.records[0].status == .failed)
    #expect(end.records[1].status == .pruned)
  }

  @Test func `nothing goes on where all failed`() throws {
    let (end, trained) = try climbed(try halving(rates: 3)) { _, _ in nil }
    #expect(trained.count == 1)
    #expect(end.records.allSatisfy { $0.status == .failed })
  }

  @Test func `an interrupted rung ends it all`() throws {
    let plan = try halving(rates: 3)
    var strategy = plan.strategy
    let round = try #require(strategy.round)
    strategy.take([round.plan.record(0, [1]), .interrupted, round.plan.record(2, [2])])
    #expect(strategy.round == nil)
    #expect(strategy.records.map(\.status) == [.completed, .interrupted, .completed])
    #expect(strategy.records.map(\.rung) == [1, 1, 1])
  }

  @Test func `where a later rung is cut short there are no ranks`() throws {
    let result = try halvingCutShort()
    #expect(result.records.map(\.rung) == [2, 2, 2, 1, 1, 1, 1, 1, 1])
    #expect(result.best == nil)
    #expect(result.ranking.runRanks.allSatisfy { $0 == nil })
    #expect(result.ranking.configurationRanks.allSatisfy { $0 == nil })
  }

  /// What comes of runs that dropped out is known, of the others not.
  @Test(
    arguments: [
      ("{metric: train_loss, of: best_run, max: 100}", .pending(.runs), []),
      (
        "{metric: train_loss, of: best_run, where: {learning_rate: 0.09}, max: 100}",
        .pending(.runs), []
      ),
      ("{metric: train_loss, where: {learning_rate: 0.02}, max: 1}", .pending(.runs), [1]),
      (
        "{metric: train_loss, where: {learning_rate: 0.09}, max: 100}", .nothing(.allPruned), []
      ),
    ] as [(String, ExpectationResult.Finding, [Int])])
  func `expectations wait for the whole rung`(
    item: String, finding: ExpectationResult.Finding, runs: [Int]
  ) throws {
    let expectation = try halvingCutShort(expecting: item).expectationResults { _, _ in nil }[0]
    #expect(expectation.worst.finding == finding)
    #expect(expectation.worst.runs == runs)
    #expect(expectation.verdict == (finding == .pending(.runs) ? .undecided : .failed))
    #expect(expectation.gap == (finding == .pending(.runs) ? .runs : nil))
  }

  @Test(
    arguments: [
      ("{metric: train_loss, of: best_run, max: 100}", .held, .number(2), [2]),
      (
        "{metric: train_loss, of: best_run, where: {learning_rate: 0.03}, max: 1}", .failed,
        .number(3), [4]
      ),
      ("{metric: train_loss, max: 100}", .failed, .nothing(.diverged(epoch: 90)), [0]),
      (
        "{metric: train_loss, where: {learning_rate: 0.02}, max: 100}", .failed,
        .nothing(.allPruned), []
      ),
      (
        "{metric: train_loss, over: seeds, where: {learning_rate: 0.02}, max: 100}", .failed,
        .nothing(.allPruned), []
      ),
      (
        "{metric: digest, where: {learning_rate: 0.03}, is: kkkkkkkkkkkkkkkk}", .failed,
        .nothing(.allPruned), []
      ),
    ] as [(String, ExpectationResult.Verdict, ExpectationResult.Finding, [Int])])
  func `the best run may be a pruned one, others look at what is left`(
    item: String, verdict: ExpectationResult.Verdict, finding: ExpectationResult.Finding,
    runs: [Int]
  ) throws {
    let result = try halvingDiverged(expecting: item)
    #expect(
      result.records.map(\.status) == [.diverged, .diverged] + Array(repeating: .pruned, count: 4))
    #expect(result.ranking.runRanks == [5, 6, 1, 2, 3, 4])
    let expectation = result.expectationResults { _, _ in nil }[0]
    #expect(expectation.verdict == verdict)
    #expect(expectation.worst.finding == finding)
    #expect(expectation.worst.runs == runs)
  }

  @Test func `a run knows the shorter one that it goes on from`() throws {
    let plan = try halving(rates: 3)
    var strategy = plan.strategy
    let first = try #require(strategy.round)
    #expect(first.shorter.isEmpty)
    strategy.take((0..<3).map { first.plan.record($0, [Double($0)]) })
    let second = try #require(strategy.round)
    #expect(second.shorter.count == 1)
    #expect(second.shorter[second.plan.runs[0].id]?.id == first.plan.runs[0].id)
  }

  /// The interval is cut at the end of the first rung, so that these begin as one run.
  @Test func `runs that begin as one are trained once`() throws {
    let plan = try halving(rates: 2, more: ", log_every: [40, 60]")
    let (end, trained) = try climbed(plan) { run, _ in Double(run.configurationNumber) }
    #expect(trained == [[1, 3], [1], [1]])
    #expect(end.records.map(\.rung) == [3, 2, 1, 1])
    #expect(end.plan.runs[2].id == end.plan.runs[3].id)
  }
}
