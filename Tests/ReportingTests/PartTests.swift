import Experiments
import RunRecords
import Running
import TestPlans
import Testing

@testable import Reporting

/// The files and texts of a part of a plan, which tell nothing that only the whole can.
struct PartTests {
  /// A shard of four runs, two of each configuration.
  private func part(_ shard: String) throws -> RunPlan {
    let plan = try plan(
      """
      {dataset: xor, layers: [2, 1], learning_rate: 1, metrics: [],
       sweep: {parameters: {epochs: [2, 1]}, seeds: 2}}
      """)
    return plan.part(try #require(Shard(shard)))
  }

  /// The shard with one run of the first configuration and one of the second.
  private func result() throws -> ExperimentResult {
    let part = try part("1/2")
    #expect(part.runs.map(\.configurationNumber) == [1, 2])
    return ExperimentResult(part, [part.record(0, [0.5]), part.record(1, [.nan], .diverged)])
  }

  @Test func `the summary has the shard in place of ranks`() throws {
    let result = try result()
    let ids = result.plan.runs.map(\.id)
    #expect(
      lines(result.summaryCSV) == [
        "run_id,configuration,status,rank,seed,shard,param_epochs,epochs_run,best_epoch,train_loss,"
          + "val_loss,test_loss,digest",
        "\(ids[0]),1,completed,,0,1/2,2,2,2,0.5,,,kkkkkkkkkkkkkkkk",
        "\(ids[1]),2,diverged,,0,1/2,1,1,1,nan,,,kkkkkkkkkkkkkkkk",
      ])
  }

  @Test func `there is no best run, and nothing is aggregated`() throws {
    let result = try result()
    #expect(result.best == nil)
    #expect(result.aggregateCSV == nil)
    #expect(result.configurations.map(\.summaries.count) == [1, 1])
  }

  @Test func `a configuration without a run in the part is empty`() throws {
    let plan = try plan(
      """
      {dataset: xor, layers: [2, 1], learning_rate: 1,
       sweep: {parameters: {epochs: [1, 2, 9]}}}
      """)
    let part = plan.part(try #require(Shard("1/3")))
    let result = ExperimentResult(part, [part.record(0, [0.5])])
    #expect(part.runs.map(\.configurationNumber) == [3])
    #expect(result.configurations.map(\.summaries.count) == [0, 0, 1])
  }

  @Test func `the Markdown and the JUnit suite name the shard, cases do not`() throws {
    let result = try result()
    let text = result.markdownSummary(folder: "runs/spec")
    #expect(
      text.hasPrefix(
        "## spec, shard 1/2\n\n**2 runs: 1 completed, 1 diverged**\n\n"
          + "\\`nn-run merge\\` joins the shards\n\n### Failures\n"))
    let suite = JUnitSuite(
      result, expectations: [], provenance: nil,
      sources: .init(seconds: { _ in nil }, curve: { _ in [] })
    ).xml(index: 0)
    #expect(suite.contains("<testsuite name=\"spec, shard 1/2\" package=\"spec\" "))
    #expect(suite.contains(" classname=\"spec.runs\" "))
  }

  /// What comes of one expectation of the shard.
  private func line(_ item: String) throws -> String {
    let part = try plan(
      """
      {dataset: xor, layers: [2, 1], learning_rate: 1, on_divergence: record,
       sweep: {parameters: {epochs: [3, 2, 1]}, seeds: 2}, expect: [\(item)]}
      """
    ).part(try #require(Shard("1/3")))
    let result = ExperimentResult(part, part.runs.indices.map { part.record($0, [0.5]) })
    let expectation = result.expectationResults { _, _ in nil }[0]
    let report = JUnitSuite(
      result, expectations: [expectation], provenance: nil,
      sources: .init(seconds: { _ in nil }, curve: { _ in [] }))
    let skipped = report.xml(index: 0).contains(
      "<skipped message=\"only all shards together can tell\"/>")
    #expect(skipped == (expectation.verdict == .undecided))
    return "\(expectation.verdict) \(expectation.remark(RunNaming(part)))"
  }

  @Test func `expectations that need other shards say so`() throws {
    let whole = "undecided only all shards together can tell"
    #expect(try line("{metric: train_loss, over: seeds, max: 1}") == whole)
    #expect(try line("{metric: train_loss, of: best_run, max: 1}") == whole)
    #expect(try line("{metric: train_loss, where: {epochs: 2}, max: 1}") == whole)
    #expect(try line("{metric: train_loss, max: 1}").hasPrefix("held at worst 0.5 in "))
  }

  @Test func `the report names the shard and what went wrong`() throws {
    let result = try result()
    let style = TextStyle(width: 80, isColoured: false)
    #expect(
      result.closingReport(folder: "runs/spec", style: style) == """
        spec, shard 1/2

        diverged \(result.plan.runs[1].id.description.prefix(8)) (epochs 1, seed 0) at epoch 1

        2 runs: 1 completed, 1 diverged
        `nn-run merge` joins the shards
        summary  runs/spec/summary.csv

        """)
    let empty = ExperimentResult(try part("9/9"), [])
    #expect(
      empty.closingReport(folder: "runs/spec", style: style) == """
        spec, shard 9/9

        no run falls to this shard
        `nn-run merge` joins the shards
        summary  runs/spec/summary.csv

        """)
  }
}
