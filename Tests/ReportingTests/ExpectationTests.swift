import Experiments
import Reporting
import RunRecords
import Testing
import Vocabulary

/// What comes of expectations.
struct ExpectationTests {
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

  private func sweep(expecting item: String) throws -> RunPlan {
    try plan(Self.sweep + "expect: [\(item)]")
  }

  /// What came of the runs; epoch 50 was the best of each.
  private func batch(expecting item: String, _ losses: [Double]) throws -> ExperimentResult {
    let plan = try sweep(expecting: item)
    return ExperimentResult(
      plan,
      losses.enumerated().map { index, loss in
        plan.record(index, [loss], loss.isNaN ? .diverged : .completed, epochs: 100, best: 50)
      })
  }

  /// What comes of one expectation.
  private func result(
    _ item: String, losses: [Double] = losses, curve: ExperimentResult.CurveLookup = { _, _ in nil }
  ) throws -> ExpectationResult {
    let results = try batch(expecting: item, losses).expectationResults(curve: curve)
    try #require(results.count == 1)
    return results[0]
  }

  /// The line of the closing report.
  private func line(
    _ item: String, losses: [Double] = losses, curve: ExperimentResult.CurveLookup = { _, _ in nil }
  ) throws -> String {
    let batch = try batch(expecting: item, losses)
    let report = batch.closingReport(
      folder: "runs/spec", expectations: batch.expectationResults(curve: curve),
      style: TextStyle(width: 200, isColoured: false))
    let line = report.split(separator: "\n").first {
      $0.hasPrefix("held ") || $0.hasPrefix("failed ") || $0.hasPrefix("undecided ")
    }
    // Which letters the ids of runs have says nothing here.
    return String(try #require(line)).replacing(/[k-z]{8}(?= \()/, with: "RUN")
  }

  @Test(arguments: [
    // Every run.
    ("{metric: train_loss, max: 0.9}", true), ("{metric: train_loss, max: 0.8}", false),
    ("{metric: train_loss, min: 0.1}", true), ("{metric: train_loss, min: 0.11}", false),
    ("{metric: train_loss, min: 0.1, max: 0.9}", true),
    ("{metric: train_loss, min: 0.2, max: 0.9}", false),
    ("{metric: train_loss, min: 0.1, max: 0.8}", false),
    // At a moment.
    ("{metric: train_loss, at: saved, max: 0.9}", true),
    ("{metric: train_loss, at: saved, max: 0.8}", false),
    ("{metric: train_loss, at: last, max: 0.9}", true),
    ("{metric: train_loss, at: last, max: 0.8}", false),
    ("{metric: train_loss, at: best, max: 1}", true),
    ("{metric: train_loss, at: best, max: 0.9}", false),
    // The best run.
    ("{metric: train_loss, of: best_run, max: 0.1}", true),
    ("{metric: train_loss, of: best_run, max: 0.09}", false),
    ("{metric: train_loss, of: best_run, where: {learning_rate: 0.5}, max: 0.5}", true),
    ("{metric: train_loss, of: best_run, where: {learning_rate: 0.5}, max: 0.4}", false),
    // Some runs.
    ("{metric: train_loss, max: 0.3, where: {learning_rate: 0.1}}", true),
    ("{metric: train_loss, max: 0.2, where: {learning_rate: 0.1}}", false),
    // Several runs together.
    ("{metric: train_loss, over: seeds, max: 0.71}", true),
    ("{metric: train_loss, over: seeds, max: 0.6}", false),
    ("{metric: train_loss, over: all, stat: mean, where: {learning_rate: 0.1}, max: 0.2001}", true),
    ("{metric: train_loss, over: all, stat: mean, where: {learning_rate: 0.1}, max: 0.19}", false),
    ("{metric: train_loss, over: seeds, stat: std, where: {learning_rate: 0.1}, max: 0.101}", true),
    ("{metric: train_loss, over: seeds, stat: std, where: {learning_rate: 0.1}, max: 0.09}", false),
    ("{metric: train_loss, over: seeds, stat: min, max: 0.5}", true),
    ("{metric: train_loss, over: seeds, stat: min, max: 0.4}", false),
    ("{metric: train_loss, over: seeds, stat: max, min: 0.3}", true),
    ("{metric: train_loss, over: seeds, stat: max, min: 0.4}", false),
    ("{metric: train_loss, over: seeds, stat: median, max: 0.7}", true),
    ("{metric: train_loss, over: seeds, stat: median, max: 0.69}", false),
    // The digest.
    ("{metric: digest, is: kkkkkkkkkkkkkkkk}", true),
    ("{metric: digest, is: kkkkkkkkkkkkkkkl}", false),
    ("{metric: digest, of: best_run, is: kkkkkkkkkkkkkkkk}", true),
    ("{metric: digest, of: best_run, is: kkkkkkkkkkkkkkkl}", false),
  ])
  func `every form can hold and fail`(item: String, holds: Bool) throws {
    let result = try result(item) { _, epoch in epoch == 50 ? [Score(.train, .loss): 1] : nil }
    #expect(result.verdict == (holds ? .held : .failed))
  }

  @Test(arguments: [
    // The saved weights are those of the last epoch, or of the best one.
    ("", [9, 9, 4]), ("early_stopping: {monitor: train_loss}", [4, 9, 4]),
    ("early_stopping: {monitor: train_loss, restore_best: false}", [9, 9, 4]),
  ])
  func `moments are looked up by their epochs`(line: String, losses: [Double]) throws {
    let plan = try plan(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 9\n\(line)\nexpect:\n"
        + zip(["saved", "last", "best"], losses).map { moment, loss in
          "  - {metric: train_loss, at: \(moment), min: \(loss), max: \(loss)}\n"
        }.joined())
    let records = [plan.record(0, [losses[0]], epochs: 9, best: 4)]
    var asked: [Int] = []
    let results = ExperimentResult(plan, records).expectationResults { run, epoch in
      asked.append(epoch)
      return [Score(.train, .loss): Double(epoch + run)]
    }
    #expect(results.map(\.verdict) == [.held, .held, .held])
    #expect(asked == (losses[0] == 9 ? [4] : [9]))
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

  @Test func `a run that diverged meets no bound, and says so`() throws {
    let losses = [0.3, 0.1, .nan, 0.5, 0.7, 0.9]
    #expect(
      try line("{metric: train_loss, max: 1}", losses: losses)
        == "failed  train_loss at most 1: diverged at epoch 100 in RUN (learning_rate 0.1, seed 2); "
        + "5 of 6 runs held")
    #expect(
      try line("{metric: train_loss, over: seeds, stat: min, max: 1}", losses: losses)
        == "failed  min train_loss over seeds at most 1: a run diverged at epoch 100 in "
        + "3 runs (learning_rate 0.1); 1 of 2 groups of runs held")
    #expect(try result("{metric: digest, is: kkkkkkkkkkkkkkkk}", losses: losses).verdict == .held)
  }

  private func verdicts(_ item: String, _ change: (inout [RunRecord]) -> Void) throws -> String {
    let plan = try sweep(expecting: item)
    var records = Self.losses.enumerated().map { plan.record($0, [$1]) }
    change(&records)
    let results = ExperimentResult(plan, records).expectationResults { _, _ in nil }
    return results.map(\.verdict.rawValue).joined(separator: " ")
  }

  @Test(arguments: [
    "{metric: train_loss, max: 1}", "{metric: train_loss, over: seeds, max: 1}",
    "{metric: train_loss, of: best_run, max: 1}", "{metric: digest, is: kkkkkkkkkkkkkkkk}",
  ])
  func `what interrupted runs leave open is undecided`(item: String) throws {
    #expect(try verdicts(item) { _ in } == "held")
    #expect(try verdicts(item) { $0[4] = .interrupted } == "undecided")
    #expect(try verdicts(item) { $0 = $0.map { _ in .interrupted } } == "undecided")
  }

  @Test func `a failure counts though other runs were interrupted`() throws {
    let everyRun = "{metric: train_loss, max: 0.4}"
    #expect(try verdicts(everyRun) { $0[4] = .interrupted } == "failed")
  }

  @Test(arguments: [
    "{metric: train_loss, max: 1}", "{metric: train_loss, over: seeds, max: 1}",
    "{metric: digest, is: kkkkkkkkkkkkkkkk}",
  ])
  func `a run that failed is a failure`(item: String) throws {
    #expect(try verdicts(item) { $0[4] = RunRecord(failure: "no room") } == "failed")
  }

  @Test func `the best run is that of the runs that finished, if there are any`() throws {
    let item = "{metric: train_loss, of: best_run, max: 1}"
    #expect(try verdicts(item) { $0[4] = RunRecord(failure: "no room") } == "held")
    #expect(try verdicts(item) { $0 = $0.map { _ in RunRecord(failure: "x") } } == "failed")
  }

  @Test func `runs that do not measure the metric are passed over`() throws {
    let plan = try plan(
      """
      dataset: xor
      layers: [2, 1]
      learning_rate: 1
      epochs: 1
      sweep: {parameters: {metrics: [[], [accuracy]]}}
      expect: [{metric: train_accuracy, min: 0.7}]
      """)
    let batch = ExperimentResult(plan, [plan.record(0, [1]), plan.record(1, [1, 0.75])])
    let results = batch.expectationResults { _, _ in nil }
    #expect(results.map(\.measurements.count) == [1])
    #expect(results.map(\.verdict) == [.held])
  }

  @Test func `folds and seeds are repetitions of their own`() throws {
    func counts(_ repetition: String) throws -> [Int] {
      let plan = try plan(
        """
        dataset: moons
        split: {folds: 2}
        layers: [2, 1]
        epochs: 1
        sweep: {parameters: {learning_rate: [1, 2]}, seeds: 3}
        expect: [{metric: train_loss, over: \(repetition), max: 1}]
        """)
      let records = plan.runs.indices.map { plan.record($0, [0.5]) }
      let results = ExperimentResult(plan, records).expectationResults { _, _ in nil }
      return results[0].measurements.map(\.runs.count)
    }
    #expect(try counts("seeds") == [3, 3, 3, 3])
    #expect(try counts("folds") == [2, 2, 2, 2, 2, 2])
    #expect(try counts("all") == [6, 6])
  }

  @Test func `failures are told in sentences`() throws {
    let plan = try plan(
      Self.sweep
        + "expect: [{metric: train_loss, max: 1}, {metric: train_loss, of: best_run, max: 0}]")
    let batch = plan.result(losses: Self.losses)
    let failures = batch.failures(of: batch.expectationResults { _, _ in nil })
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
    let batch = ExperimentResult(plan, [plan.record(0, scores)])
    let golden = try #require(batch.goldenExpectations)
    #expect(golden[0].specValue.text == "{metric: \(metric), of: best_run, \(bound)}")
    let lines = ResolvedSpec.expectationLines(of: golden).joined(separator: "\n")
    let again = ExperimentResult(try ReportingTests.plan(text + lines), batch.records)
    #expect(again.plan.experiment.expectations == golden)
    #expect(again.expectationResults { _, _ in nil }.map(\.verdict) == [.held, .held])
  }

  @Test func `of a best run without a finite score the digest is golden`() throws {
    let plan = try plan(Self.sweep)
    let digest = Experiments.Expectation(.digest("kkkkkkkkkkkkkkkk"), of: .bestRun)
    for loss in [Double.nan, .infinity] {
      let batch = plan.result(losses: Array(repeating: loss, count: 6))
      #expect(batch.goldenExpectations == [digest])
    }
  }

  @Test func `where no run has finished nothing is golden`() throws {
    let plan = try plan(Self.sweep)
    let batch = ExperimentResult(plan, plan.runs.map { _ in .interrupted })
    #expect(batch.goldenExpectations == nil)
  }
}
