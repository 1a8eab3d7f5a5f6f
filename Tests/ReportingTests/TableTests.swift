import Experiments
import RunRecords
import Running
import TestPlans
import Testing

@testable import Reporting

/// The tables of an experiment.
struct TableTests {
  static let spec = """
    dataset: xor
    layers: [2, 4, 1]
    activation: sigmoid
    learning_rate: 0.5
    epochs: 1000
    sweep:
      parameters:
        layers: [[2, 4, 1], [2, auto]]
        optimizer.momentum: [0.0, 0.90]
      exclude:
        - {layers: [2, auto], optimizer.momentum: 0.9}
      seeds: 2
    """

  private func result() throws -> ExperimentResult {
    let plan = try plan(Self.spec)
    return ExperimentResult(
      plan,
      [
        plan.record(0, [0.1 + 0.2, 1]), plan.record(1, [0.1, 0.75], isCached: true),
        plan.record(2, [.nan, 0.5], .diverged, epochs: 17), plan.record(3, [1e-7, 1]),
        RunRecord(failure: "no space"), .interrupted,
      ])
  }

  @Test func `the summary has a row for each run`() throws {
    let result = try result()
    let ids = result.plan.runs.map(\.id.description)
    #expect(
      lines(result.summaryCSV) == [
        "run_id,configuration,status,rank,seed,param_layers,param_optimizer__momentum,epochs_run,"
          + "best_epoch,train_loss,val_loss,test_loss,train_accuracy,val_accuracy,test_accuracy,"
          + "digest",
        ids[0] + ",1,completed,2,0,\"[2, 4, 1]\",0,1000,1000,0.30000000000000004,,,1.0,,,"
          + "kkkkkkkkkkkkkkkk",
        ids[1] + ",1,completed,1,1,\"[2, 4, 1]\",0,1000,1000,0.1,,,0.75,,,kkkkkkkkkkkkkkkk",
        ids[2] + ",2,diverged,4,0,\"[2, 4, 1]\",0.9,17,17,nan,,,0.5,,,kkkkkkkkkkkkkkkk",
        ids[3] + ",2,completed,3,1,\"[2, 4, 1]\",0.9,1000,1000,1e-07,,,1.0,,,kkkkkkkkkkkkkkkk",
        ids[4] + ",3,failed,,0,\"[2, auto]\",0,,,,,,,,,",
        ids[5] + ",3,interrupted,,1,\"[2, auto]\",0,,,,,,,,,",
      ])
  }

  @Test func `every row has as many fields as the header`() throws {
    for line in lines(try result().summaryCSV) {
      let fields = line.replacing(", ", with: "; ").split(
        separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == 16)
    }
  }

  @Test func `a summary without a sweep has no parameters`() throws {
    let plan = try plan("{dataset: xor, layers: [2, 1], learning_rate: 1, epochs: 2, metrics: []}")
    let id = plan.runs[0].id
    #expect(
      lines(ExperimentResult(plan, [plan.record(0, [0.5])]).summaryCSV) == [
        "run_id,configuration,status,rank,seed,epochs_run,best_epoch,train_loss,val_loss,"
          + "test_loss,digest",
        "\(id),1,completed,1,0,2,2,0.5,,,kkkkkkkkkkkkkkkk",
      ])
  }

  @Test func `a metric that some runs do not measure is empty in their rows`() throws {
    let plan = try plan(
      """
      {dataset: xor, layers: [2, 1], learning_rate: 1, epochs: 2,
       sweep: {parameters: {metrics: [[], [accuracy]]}}}
      """)
    let result = ExperimentResult(plan, [plan.record(0, [1]), plan.record(1, [2, 1])])
    #expect(
      lines(result.summaryCSV).dropFirst().map { $0.dropFirst(16) } == [
        ",1,completed,1,0,[],2,2,1.0,,,,,,kkkkkkkkkkkkkkkk",
        ",2,completed,2,0,[accuracy],2,2,2.0,,,1.0,,,kkkkkkkkkkkkkkkk",
      ])
  }

  @Test func `every part has its scores, and the validation loss ranks`() throws {
    let plan = try plan(Self.spec).with(RowCounts(train: 4, validation: 1, test: 1))
    #expect(plan.ranking.score.name == "val_loss")
    let scores = [0.5, 0.25, 1, 0.75, 2, 0]
    let result = ExperimentResult(
      plan,
      [
        plan.record(0, [0.5, 0.5, 1, 0.75, 2, 0]),
        plan.record(1, scores, .stoppedEarly, epochs: 30),
      ] + Array(repeating: .interrupted, count: 4))
    #expect(
      lines(result.summaryCSV).dropFirst().prefix(2).map { $0.dropFirst(16) } == [
        ",1,completed,2,0,\"[2, 4, 1]\",0,1000,1000,0.5,0.5,2.0,1.0,0.75,0.0,kkkkkkkkkkkkkkkk",
        ",1,stopped_early,1,1,\"[2, 4, 1]\",0,30,30,0.5,0.25,2.0,1.0,0.75,0.0,kkkkkkkkkkkkkkkk",
      ])
    #expect(
      lines(result.aggregateCSV)[0] == "configuration,param_layers,param_optimizer__momentum,"
        + "runs,diverged,"
        + [
          "train_loss", "val_loss", "test_loss", "train_accuracy", "val_accuracy", "test_accuracy",
        ]
        .map { "\($0)_mean,\($0)_std,\($0)_min,\($0)_max," }.joined() + "rank")
    #expect(result.counts[.stoppedEarly] == 1)
    #expect(result.counts[.completed] == 1)
  }

  @Test func `the aggregate has a row for each configuration`() throws {
    #expect(
      lines(try result().aggregateCSV) == [
        "configuration,param_layers,param_optimizer__momentum,runs,diverged,"
          + "train_loss_mean,train_loss_std,train_loss_min,train_loss_max,"
          + "train_accuracy_mean,train_accuracy_std,train_accuracy_min,train_accuracy_max,rank",
        "1,\"[2, 4, 1]\",0,2,0,0.2,0.14142135623730953,0.1,0.30000000000000004,"
          + "0.875,0.1767766952966369,0.75,1.0,1",
        "2,\"[2, 4, 1]\",0.9,2,1,1e-07,,1e-07,1e-07,0.75,0.3535533905932738,0.5,1.0,2",
        "3,\"[2, auto]\",0,0,0,,,,,,,,,",
      ])
  }

  @Test func `without several seeds there is no aggregate`() throws {
    let plan = try plan(Self.spec.replacing("seeds: 2", with: "seeds: 1"))
    #expect(plan.result(losses: [1, 2, 3]).aggregateCSV == nil)
  }
}
