import Experiments
import RunRecords
import Testing

@testable import Reporting

/// Which configurations go on from rung to rung.
struct RungLadderTests {
  /// Configurations of some learning rates, trained for 90 epochs in rungs of 10, 30 and 90.
  private func sweep(
    rates: Int, seeds: Int = 1, more: String = "", end: String = ""
  ) throws -> RunPlan {
    let values = (1...rates).map { "\(Double($0) / 100)" }.joined(separator: ", ")
    return try plan(
      """
      dataset: xor
      layers: [2, 1]
      learning_rate: 0.5
      epochs: 90
      sweep:
        parameters: {learning_rate: [\(values)]\(more)}
        seeds: \(seeds)
        halving: {min: 10}
      \(end)
      """)
  }

  /// Climbs with losses that are told by run and rung; a nan diverges, nil fails.
  private func climbed(
    _ plan: RunPlan, _ loss: (_ run: RunPlan.Run, _ rung: Int) -> Double?
  ) throws -> (ladder: RungLadder, trained: [[Int]]) {
    var ladder = try #require(RungLadder(plan))
    var trained: [[Int]] = []
    while let rung = ladder.rung {
      trained.append(rung.plan.runs.map(\.configurationNumber))
      #expect(rung.plan.runs.allSatisfy { $0.configuration.stopAt == plan.rungs[rung.number - 1] })
      ladder.climb(
        rung.plan.runs.enumerated().map { index, run in
          guard let loss = loss(run, rung.number) else { return RunRecord(failure: "no space") }
          return rung.plan.record(index, [loss], loss.isNaN ? .diverged : .completed)
        })
    }
    return (ladder, trained)
  }

  @Test func `a plan that does not halve has no ladder`() throws {
    #expect(
      RungLadder(try plan("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n")) == nil)
  }

  @Test func `the best third goes on from each rung`() throws {
    let plan = try sweep(rates: 9)
    // What is best changes from rung to rung.
    let (ladder, trained) = try climbed(plan) { run, rung in
      abs(Double(run.configurationNumber) - (rung == 1 ? 5 : 6))
    }
    #expect(trained == [Array(1...9), [4, 5, 6], [6]])
    let statuses = ladder.records.map(\.status)
    #expect(statuses.count { $0 == .pruned } == 8)
    #expect(statuses[5] == .completed)
    #expect(ladder.records.map(\.rung) == [1, 1, 1, 2, 2, 3, 1, 1, 1])
    #expect(ladder.plan.runs[5].id == plan.runs[5].id)
    #expect(ladder.plan.runs[0].id == plan.run(0, inRung: 1).id)
    let result = ExperimentResult(ladder.plan, ladder.records)
    #expect(result.best == 5)
    #expect(result.counts[.pruned] == 8)
    #expect(result.counts[.completed] == 1)
  }

  @Test func `ties go on in the order of the plan`() throws {
    let (_, trained) = try climbed(try sweep(rates: 7)) { _, _ in 1 }
    #expect(trained == [Array(1...7), [1, 2, 3], [1]])
  }

  @Test func `the mean over seeds decides, and all seeds go on together`() throws {
    let plan = try sweep(rates: 3, seeds: 2)
    let losses = [[1, 9], [4, 5], [3, 8.0]]
    let (ladder, trained) = try climbed(plan) { run, _ in
      losses[run.configurationNumber - 1][run.configuration.seed]
    }
    #expect(trained == [[1, 1, 2, 2, 3, 3], [2, 2], [2, 2]])
    #expect(ladder.records.map(\.rung) == [1, 1, 3, 3, 1, 1])
  }

  @Test func `a configuration with a diverged run goes on after all others`() throws {
    let plan = try sweep(rates: 4, seeds: 2)
    let (ladder, trained) = try climbed(plan) { run, _ in
      run.configuration.seed == 1 && run.configurationNumber != 4
        ? .nan : Double(run.configurationNumber)
    }
    #expect(trained == [[1, 1, 2, 2, 3, 3, 4, 4], [1, 1, 4, 4], [4, 4]])
    // One that diverged says so, also where it does not go on.
    #expect(
      ladder.records.map(\.status) == [
        .pruned, .diverged, .pruned, .diverged, .pruned, .diverged, .completed, .completed,
      ])
    let ranking = ExperimentResult(ladder.plan, ladder.records).ranking
    #expect(ranking.configurationRanks == [2, 3, 4, 1])
  }

  @Test func `later rungs rank before earlier ones, and the diverged last`() throws {
    let plan = try sweep(rates: 9)
    let (ladder, _) = try climbed(plan) { run, rung in
      // The losses of later rungs are larger; the last survivor diverges there.
      rung == 3 ? .nan : Double(run.configurationNumber * rung)
    }
    let ranking = ExperimentResult(ladder.plan, ladder.records).ranking
    #expect(ladder.records.map(\.rung) == [3, 2, 2, 1, 1, 1, 1, 1, 1])
    #expect(ranking.configurationOrder == [2, 3, 4, 5, 6, 7, 8, 9, 1])
  }

  @Test func `a configuration with a failed run does not go on`() throws {
    let (ladder, trained) = try climbed(try sweep(rates: 6, seeds: 2)) { run, _ in
      run.configurationNumber == 1 && run.configuration.seed == 0
        ? nil : Double(run.configurationNumber)
    }
    #expect(trained == [[1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], [2, 2, 3, 3], [2, 2]])
    #expect(ladder.records[0].status == .failed)
    #expect(ladder.records[1].status == .pruned)
  }

  @Test func `nothing goes on where all failed`() throws {
    let (ladder, trained) = try climbed(try sweep(rates: 3)) { _, _ in nil }
    #expect(trained.count == 1)
    #expect(ladder.records.allSatisfy { $0.status == .failed })
  }

  @Test func `an interrupted rung ends it all`() throws {
    let plan = try sweep(rates: 3)
    var ladder = try #require(RungLadder(plan))
    let rung = try #require(ladder.rung)
    ladder.climb([rung.plan.record(0, [1]), .interrupted, rung.plan.record(2, [2])])
    #expect(ladder.rung == nil)
    #expect(ladder.records.map(\.status) == [.completed, .interrupted, .completed])
    #expect(ladder.records.map(\.rung) == [1, 1, 1])
  }

  /// A ladder of nine configurations, by their numbers as losses, whose second rung was cut short.
  private func cutShort(expecting items: String = "") throws -> ExperimentResult {
    let plan = try sweep(rates: 9, end: "expect: [\(items)]\n")
    var ladder = try #require(RungLadder(plan))
    let first = try #require(ladder.rung)
    ladder.climb((0..<9).map { first.plan.record($0, [Double($0 + 1)]) })
    let second = try #require(ladder.rung)
    ladder.climb([.interrupted, second.plan.record(1, [2]), second.plan.record(2, [3])])
    #expect(ladder.rung == nil)
    return ExperimentResult(ladder.plan, ladder.records)
  }

  @Test func `where a later rung is cut short there are no ranks`() throws {
    let result = try cutShort()
    #expect(result.records.map(\.rung) == [2, 2, 2, 1, 1, 1, 1, 1, 1])
    #expect(result.best == nil)
    #expect(result.ranking.runRanks.allSatisfy { $0 == nil })
    #expect(result.ranking.configurationRanks.allSatisfy { $0 == nil })
    let report = result.closingReport(folder: "runs/x", style: .init(width: 100, isColoured: false))
    #expect(!report.contains("best run") && !report.contains("rank"))
  }

  /// What comes of runs that dropped out is known, of the others not.
  @Test(arguments: [
    ("{metric: train_loss, of: best_run, max: 100}", "not all runs have ended"),
    (
      "{metric: train_loss, of: best_run, where: {learning_rate: 0.09}, max: 100}",
      "not all runs have ended"
    ),
    (
      "{metric: train_loss, where: {learning_rate: 0.02}, max: 1}",
      "not all runs have ended in RUN (learning_rate 0.02)"
    ),
    ("{metric: train_loss, where: {learning_rate: 0.09}, max: 100}", "all its runs were pruned"),
  ])
  func `expectations wait for the whole rung`(item: String, remark: String) throws {
    let result = try cutShort(expecting: item)
    let expectation = result.expectationResults { _, _ in nil }[0]
    let told = expectation.remark(RunNaming(result.plan)).replacing(/[k-z]{8}(?= \()/, with: "RUN")
    #expect(told == remark)
    #expect(expectation.verdict == (remark.hasPrefix("all") ? .failed : .undecided))
  }

  /// What a whole sweep of three comes to whose survivor diverged.
  private func diverged(expecting item: String) throws -> String {
    let plan = try sweep(rates: 3, seeds: 2, end: "expect: [\(item)]\non_divergence: record\n")
    let (ladder, _) = try climbed(plan) { run, rung in
      rung == 3 ? .nan : Double(run.configurationNumber)
    }
    #expect(
      ladder.records.map(\.status.rawValue).suffix(4) == Array(repeating: "pruned", count: 4)[...])
    let result = ExperimentResult(ladder.plan, ladder.records)
    #expect(result.ranking.runRanks == [5, 6, 1, 2, 3, 4])
    let expectation = result.expectationResults { _, _ in nil }[0]
    let told = expectation.remark(RunNaming(result.plan)).replacing(/[k-z]{8}(?= \()/, with: "RUN")
    return "\(expectation.verdict) \(told)"
  }

  @Test(arguments: [
    ("{metric: train_loss, of: best_run, max: 100}", "held 2 in RUN (learning_rate 0.02, seed 0)"),
    (
      "{metric: train_loss, of: best_run, where: {learning_rate: 0.03}, max: 1}",
      "failed 3 in RUN (learning_rate 0.03, seed 0)"
    ),
    (
      "{metric: train_loss, max: 100}",
      "failed diverged at epoch 90 in RUN (learning_rate 0.01, seed 0); 0 of 2 runs held"
    ),
    (
      "{metric: train_loss, where: {learning_rate: 0.02}, max: 100}",
      "failed all its runs were pruned"
    ),
    (
      "{metric: train_loss, over: seeds, where: {learning_rate: 0.02}, max: 100}",
      "failed all its runs were pruned"
    ),
    (
      "{metric: digest, where: {learning_rate: 0.03}, is: kkkkkkkkkkkkkkkk}",
      "failed all its runs were pruned"
    ),
  ])
  func `the best run may be a pruned one, others look at what is left`(
    item: String, remark: String
  ) throws {
    #expect(try diverged(expecting: item) == remark)
  }

  @Test func `a run knows the shorter one that it goes on from`() throws {
    let plan = try sweep(rates: 3)
    var ladder = try #require(RungLadder(plan))
    let first = try #require(ladder.rung)
    #expect(first.shorter.isEmpty)
    ladder.climb((0..<3).map { first.plan.record($0, [Double($0)]) })
    let second = try #require(ladder.rung)
    #expect(second.shorter.count == 1)
    #expect(second.shorter[second.plan.runs[0].id]?.id == first.plan.runs[0].id)
  }

  /// The interval is cut at the end of the first rung, so that these begin as one run.
  @Test func `runs that begin as one are trained once`() throws {
    let plan = try sweep(rates: 2, more: ", log_every: [40, 60]")
    let (ladder, trained) = try climbed(plan) { run, _ in Double(run.configurationNumber) }
    #expect(trained == [[1, 3], [1], [1]])
    #expect(ladder.records.map(\.rung) == [3, 2, 1, 1])
    #expect(ladder.plan.runs[2].id == ladder.plan.runs[3].id)
  }

  @Test func `the files have the rung of each row`() throws {
    let (ladder, _) = try climbed(try sweep(rates: 3, seeds: 2)) { run, _ in
      Double(run.configurationNumber)
    }
    let result = ExperimentResult(ladder.plan, ladder.records)
    let summary = lines(result.summaryCSV)
    #expect(summary[0].hasPrefix("run_id,configuration,status,rung,rank,seed,"))
    #expect(summary[1].contains(",1,completed,3,1,0,"))
    #expect(summary[6].contains(",3,pruned,1,6,1,"))
    let aggregate = lines(result.aggregateCSV)
    #expect(aggregate[0].hasPrefix("configuration,param_learning_rate,rung,runs,"))
    #expect(aggregate[1].hasPrefix("1,0.01,3,2,"))
    #expect(aggregate[2].hasPrefix("2,0.02,1,2,"))
    let report = result.closingReport(folder: "runs/x", style: .init(width: 100, isColoured: false))
    #expect(report.contains("6 runs: 2 completed, 4 pruned"))
    let rungs = "halving: 3 configurations to epoch 10, 1 to 30, 1 to 90"
    #expect(report.contains(rungs))
    let markdown = result.markdownSummary(folder: "runs/x")
    #expect(markdown.contains("**6 runs: 2 completed, 4 pruned**\n\n\(rungs)\n\n"))
  }
}
