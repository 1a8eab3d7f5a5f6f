import Testing
import Vocabulary

@testable import Experiments

/// What runs are scored by.
struct ScoreTests {
  private func configuration(
    _ rows: RowCounts, metrics: [String] = ["accuracy"]
  ) throws -> RunConfiguration {
    var configuration = try RunConfiguration(
      resolving: settings([.metrics: .list(metrics.map(SpecValue.text))]), facts: facts())
    configuration.rows = rows
    return configuration
  }

  @Test func `every part that has rows has its scores, those of test not in the curve`() throws {
    let train = try configuration(RowCounts(train: 4))
    #expect(train.curveScores.map(\.name) == ["train_loss", "train_accuracy"])
    #expect(train.scores == train.curveScores)
    let all = try configuration(
      RowCounts(train: 4, validation: 2, test: 1), metrics: ["f1", "accuracy"])
    #expect(
      all.curveScores.map(\.name) == [
        "train_loss", "val_loss", "train_f1", "val_f1", "train_accuracy", "val_accuracy",
      ])
    #expect(
      all.scores.map(\.name) == all.curveScores.map(\.name) + [
        "test_loss", "test_f1", "test_accuracy",
      ])
    let tested = try configuration(RowCounts(train: 4, test: 1), metrics: [])
    #expect(tested.curveScores.map(\.name) == ["train_loss"])
    #expect(tested.scores.map(\.name) == ["train_loss", "test_loss"])
  }

  @Test func `the norm of the gradient is no score`() throws {
    let configuration = try configuration(
      RowCounts(train: 4, validation: 1), metrics: ["gradient_norm", "auc"])
    #expect(configuration.recordsGradientNorm)
    #expect(configuration.outputMetrics == [.auc])
    #expect(
      configuration.scores.map(\.name) == ["train_loss", "val_loss", "train_auc", "val_auc"])
    #expect(try !self.configuration(RowCounts(train: 4)).recordsGradientNorm)
  }

  @Test func `the best epoch is by the validation loss where there is one`() throws {
    #expect(try configuration(RowCounts(train: 4)).selectionScore.name == "train_loss")
    let validated = try configuration(RowCounts(train: 4, validation: 1))
    #expect(validated.selectionScore.name == "val_loss")
    #expect(validated.selectionGoal == .minimize)
  }

  @Test func `the best epoch is by what early stopping looks at`() throws {
    func configuration(_ members: KeyValuePairs<String, SpecValue>) throws -> RunConfiguration {
      let rule = SpecValue.mapping(members.map { SpecValue.Member($0.key, $0.value) })
      return try RunConfiguration(resolving: settings([.earlyStopping: rule]), facts: facts())
    }
    let accurate = try configuration(["monitor": .text("train_accuracy")])
    #expect(accurate.selectionScore.name == "train_accuracy")
    #expect(accurate.selectionGoal == .maximize)
    let worst = try configuration(["monitor": .text("train_loss"), "mode": .text("maximize")])
    #expect(worst.selectionScore.name == "train_loss")
    #expect(worst.selectionGoal == .maximize)
  }

  @Test func `training cannot go by the norm of the gradient`() {
    let changes: [Field: SpecValue] = [
      .metrics: .list([.text("gradient_norm")]),
      .earlyStopping: .mapping([
        SpecValue.Member("monitor", .text("train_gradient_norm"))
      ]),
    ]
    let error = #expect(throws: RunConfiguration.Problems.self) {
      try RunConfiguration(resolving: settings(changes), facts: facts())
    }
    #expect(
      error?.problems.map(\.kind) == [
        .training(.unknownMonitor("train_gradient_norm", scores: ["train_loss"]))
      ])
  }

  @Test(arguments: Metric.allCases)
  func `every metric is measured for a task, and has a goal`(metric: Metric) {
    #expect(Task.allCases.contains { metric.applies(to: $0) })
    let errors: Set<Metric> = [.mae, .rmse, .gradientNorm]
    #expect((metric.goal == .minimize) == errors.contains(metric))
  }
}
