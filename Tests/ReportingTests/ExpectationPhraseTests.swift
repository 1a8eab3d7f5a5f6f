import Experiments
import RunRecords
import Running
import TestPlans
import Testing
import Vocabulary

@testable import Reporting

/// What came of expectations, in words, and what could be expected.
struct ExpectationPhraseTests {
  /// Two learning rates with three seeds each; the losses below are of these six runs.
  private static let sweep = """
    dataset: xor
    layers: [2, 4, 1]
    activation: sigmoid
    epochs: 100
    on_divergence: record
    sweep: {parameters: {learning_rate: [0.1, 0.5]}, seeds: 3}

    """
  private static let losses = [0.3, 0.1, 0.2, 0.5, 0.7, 0.9]

  /// The line of the closing report.
  private func line(
    _ item: String, losses: [Double] = losses, curve: ExperimentResult.CurveLookup = { _, _ in nil }
  ) throws -> String {
    let plan = try plan(Self.sweep + "expect: [\(item)]")
    let result = ExperimentResult(
      plan,
      losses.enumerated().map { index, loss in
        plan.record(index, [loss], loss.isNaN ? .diverged : .completed, epochs: 100, best: 50)
      })
    let report = result.closingReport(
      folder: "runs/spec", expectations: result.expectationResults(curve: curve),
      style: TextStyle(width: 200, isColoured: false))
    let line = report.split(separator: "\n").first {
      $0.hasPrefix("held ") || $0.hasPrefix("failed ") || $0.hasPrefix("undecided ")
    }
    // Which letters the ids of runs have says nothing here.
    return String(try #require(line)).replacing(/[k-z]{8}(?= \()/, with: "RUN")
  }

  @Test func `a curve that cannot be had fails`() throws {
    let line = try line("{metric: train_loss, at: best, max: 1, where: {learning_rate: 0.1}}")
    #expect(line.contains(": not in the loss curve in RUN"))
  }

  @Test func `a line tells of the worst measurement, the bound and the run`() throws {
    #expect(
      try line("{metric: train_loss, max: 0.8}")
        == "failed  train_loss at most 0.8: 0.9 in RUN (learning_rate 0.5, seed 2); "
        + "5 of 6 runs held")
    #expect(
      try line("{metric: train_loss, max: 0.9}")
        == "held  train_loss at most 0.9: at worst 0.9 in RUN (learning_rate 0.5, seed 2); "
        + "6 of 6 runs held")
    #expect(
      try line("{metric: train_loss, of: best_run, max: 0.2}")
        == "held  train_loss of the best run at most 0.2: "
        + "0.1 in RUN (learning_rate 0.1, seed 1)")
    #expect(
      try line("{metric: train_loss, over: seeds, max: 0.5}")
        == "failed  mean train_loss over seeds at most 0.5: 0.70000 in 3 runs (learning_rate 0.5); "
        + "1 of 2 groups of runs held")
    #expect(
      try line("{metric: train_loss, over: all, where: {learning_rate: 0.5}, min: 0.8, max: 1}")
        == "failed  mean train_loss over all repetitions from 0.8 to 1, "
        + "where learning_rate is 0.5: 0.70000 in 3 runs (learning_rate 0.5)")
    #expect(
      try line("{metric: digest, of: best_run, is: zzzzzzzzzzzzzzzz}")
        == "failed  digest of the best run zzzzzzzzzzzzzzzz: "
        + "kkkkkkkkkkkkkkkk in RUN (learning_rate 0.1, seed 1)")
  }

  @Test func `a number is shown in full where rounding would hide that it fails`() throws {
    let losses = [0.3, 0.1, 0.2, 0.5, 0.7, 0.80000001]
    #expect(try line("{metric: train_loss, max: 0.8}", losses: losses).contains(": 0.80000001 in"))
  }

  @Test func `a run that diverged says so`() throws {
    let losses = [0.3, 0.1, .nan, 0.5, 0.7, 0.9]
    #expect(
      try line("{metric: train_loss, max: 1}", losses: losses)
        == "failed  train_loss at most 1: diverged at epoch 100 in RUN (learning_rate 0.1, seed 2); "
        + "5 of 6 runs held")
    #expect(
      try line("{metric: train_loss, over: seeds, stat: min, max: 1}", losses: losses)
        == "failed  min train_loss over seeds at most 1: a run diverged at epoch 100 in "
        + "3 runs (learning_rate 0.1); 1 of 2 groups of runs held")
  }

  @Test(
    arguments: [
      (.allPruned, "all its runs were pruned"), (.noneFinished, "no run has finished"),
      (.ended(.timedOut), "timed_out"), (.diverged(epoch: 1700), "diverged at epoch 1,700"),
      (.notInCurve, "not in the loss curve"), (.digest, "a digest is no number"),
      (.spreadOfOne, "one run has no std"), (.notFinite(-.infinity), "a run has -inf"),
      (.ofOne(.ended(.failed)), "a run failed"),
      (.ofOne(.diverged(epoch: 3)), "a run diverged at epoch 3"),
    ] as [(ExpectationResult.Absence, String)])
  func `why there is nothing to measure is told in words`(
    absence: ExpectationResult.Absence, words: String
  ) { #expect(absence.phrase == words) }

  @Test func `failures are told in sentences`() throws {
    let plan = try plan(
      Self.sweep
        + "expect: [{metric: train_loss, max: 1}, {metric: train_loss, of: best_run, max: 0}]")
    let result = plan.result(losses: Self.losses)
    let failures = result.failures(of: result.expectationResults { _, _ in nil })
    try #require(failures.count == 1)
    #expect(
      failures[0].hasPrefix("expected train_loss of the best run at most 0, but 0.1 in "))
  }

  @Test(arguments: [
    (0.12345678, "max: 0.123457"), (0.1234561, "max: 0.123457"), (0.125, "max: 0.125"),
    (9.9999999, "max: 10"), (1.2345678e-9, "max: 1.23457e-9"), (0, "max: 0"),
    (1234567.5, "max: 1234570"), (3.0000000001e-7, "max: 3.00001e-7"),
  ])
  func `golden expectations hold of the results as they are`(loss: Double, bound: String) throws {
    try expectGolden("train_loss", [loss], bound)
  }

  @Test(arguments: [(0.87654321, "min: 0.876543"), (0.8765439, "min: 0.876543"), (1, "min: 1")])
  func `what is to be large has a bound below`(accuracy: Double, bound: String) throws {
    try expectGolden("train_accuracy", [1, accuracy], bound)
  }

  private func expectGolden(_ metric: String, _ scores: [Double], _ bound: String) throws {
    let text = """
      dataset: xor
      layers: [2, 1]
      learning_rate: 1
      epochs: 1
      sweep: {rank_by: {metric: \(metric)}}

      """
    let plan = try plan(text)
    let result = ExperimentResult(plan, [plan.record(0, scores)])
    let golden = try #require(result.goldenExpectations)
    #expect(golden[0].specValue.text == "{metric: \(metric), of: best_run, \(bound)}")
    let lines = ResolvedSpec.expectationLines(of: golden).joined(separator: "\n")
    let again = ExperimentResult(try TestPlans.plan(text + lines), result.records)
    #expect(again.plan.experiment.expectations == golden)
    #expect(again.expectationResults { _, _ in nil }.map(\.verdict) == [.held, .held])
  }

  @Test func `of a best run without a finite score the digest is golden`() throws {
    let plan = try plan(Self.sweep)
    let digest = Experiments.Expectation(.digest("kkkkkkkkkkkkkkkk"), of: .bestRun)
    for loss in [Double.nan, .infinity] {
      let result = plan.result(losses: Array(repeating: loss, count: 6))
      #expect(result.goldenExpectations == [digest])
    }
  }

  @Test func `where no run has finished nothing is golden`() throws {
    let plan = try plan(Self.sweep)
    let result = ExperimentResult(plan, plan.runs.map { _ in .interrupted })
    #expect(result.goldenExpectations == nil)
  }
}
