import Experiments
import Running
import TestPlans
import Testing

@testable import Reporting

/// What is told of successive halving.
struct HalvingReportTests {
  @Test func `where a later rung is cut short there are no ranks`() throws {
    let result = try halvingCutShort()
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
    let result = try halvingCutShort(expecting: item)
    let expectation = result.expectationResults { _, _ in nil }[0]
    let told = expectation.remark(RunNaming(result.plan)).replacing(/[k-z]{8}(?= \()/, with: "RUN")
    #expect(told == remark)
    #expect(expectation.verdict == (remark.hasPrefix("all") ? .failed : .undecided))
  }

  /// What comes of an expectation of a whole sweep of three whose survivor diverged.
  private func diverged(expecting item: String) throws -> String {
    let result = try halvingDiverged(expecting: item)
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

  @Test func `the files have the rung of each row`() throws {
    let result = try halving(rates: 3, seeds: 2).halved { run, _ in
      Double(run.configurationNumber)
    }.result
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
