import Experiments
import RunRecords
import Running
import TestPlans
import Testing

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
  private func experiment(expecting item: String, _ losses: [Double]) throws -> ExperimentResult {
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
    let results = try experiment(expecting: item, losses).expectationResults(curve: curve)
    try #require(results.count == 1)
    return results[0]
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
    let result = try result(
      "{metric: train_loss, at: best, max: 1, where: {learning_rate: 0.1}}")
    #expect(result.verdict == .failed)
    #expect(result.measurements.allSatisfy { $0.finding == .nothing(.notInCurve) })
  }

  @Test func `the worst measurement is that furthest from its bounds, or nearest to them`() throws {
    #expect(try result("{metric: train_loss, max: 0.8}").worst.runs == [5])
    #expect(try result("{metric: train_loss, max: 0.9}").worst.runs == [5])
    #expect(try result("{metric: train_loss, min: 0.2, max: 0.9}").worst.runs == [1])
    #expect(try result("{metric: train_loss, over: seeds, max: 0.5}").worst.runs == [3, 4, 5])
    let result = try result("{metric: train_loss, max: 0.6}")
    #expect(result.failures.map(\.runs) == [[4], [5]])
    #expect(result.heldCount == 4)
  }

  @Test func `a run that diverged meets no bound`() throws {
    let losses = [0.3, 0.1, .nan, 0.5, 0.7, 0.9]
    let one = try result("{metric: train_loss, max: 1}", losses: losses)
    #expect(one.verdict == .failed)
    #expect(one.worst.finding == .nothing(.diverged(epoch: 100)))
    #expect(one.heldCount == 5)
    let several = try result("{metric: train_loss, over: seeds, stat: min, max: 1}", losses: losses)
    #expect(several.verdict == .failed)
    #expect(several.worst.finding == .nothing(.ofOne(.diverged(epoch: 100))))
    #expect(several.heldCount == 1)
    #expect(try result("{metric: digest, is: kkkkkkkkkkkkkkkk}", losses: losses).verdict == .held)
  }

  @Test func `what cannot be measured says why`() throws {
    let infinite = try result(
      "{metric: train_loss, over: seeds, max: 1}", losses: [.infinity, 0, 0, 0, 0, 0])
    guard case .nothing(.notFinite(let number)) = infinite.worst.finding else {
      Issue.record("\(infinite.worst.finding)")
      return
    }
    #expect(number.isNaN)
    let whole = try sweep(expecting: "{metric: train_loss, max: 1}")
    let failed = ExperimentResult(whole, whole.runs.map { _ in RunRecord(failure: "no room") })
    #expect(
      failed.expectationResults { _, _ in nil }[0].worst.finding == .nothing(.ended(.failed)))
    let best = try sweep(expecting: "{metric: train_loss, of: best_run, max: 1}")
    let none = ExperimentResult(best, best.runs.map { _ in RunRecord(failure: "no room") })
    #expect(
      none.expectationResults { _, _ in nil }[0].worst.finding == .nothing(.noneFinished))
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
    let result = ExperimentResult(plan, [plan.record(0, [1]), plan.record(1, [1, 0.75])])
    let results = result.expectationResults { _, _ in nil }
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
}
