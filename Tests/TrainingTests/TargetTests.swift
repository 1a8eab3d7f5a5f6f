import Engine
import Experiments
import RunRecords
import Testing
import Vocabulary

/// Targets that are normalized, and rows that count by their classes.
@Suite struct TargetTests {
  private func regression(_ targets: String, _ more: String = "") -> String {
    """
    dataset: {inputs: [[0], [1], [2], [3]], targets: \(targets)}
    layers: [1, 3, 1]
    activation: tanh
    learning_rate: 0.1
    epochs: 20
    precision: float64
    metrics: [mae, rmse, r2]
    save: [model, predictions]
    \(more)
    """
  }

  @Test func normalizedTargetsAreLearnedAsIfTheyWereWrittenSo() throws {
    // The mean is 10 and the standard deviation 4.
    let scaled = try TrainedRun(regression("[6, 14, 14, 6]", "normalize_targets: standard"))
    let written = try TrainedRun(regression("[-1, 1, 1, -1]"))
    #expect(scaled.losses == written.losses)
    #expect(scaled.outcome.weights == written.outcome.weights)
  }

  @Test func scoresAndAnswersAreInTheUnitsOfTheData() throws {
    let scaled = try TrainedRun(regression("[6, 14, 14, 6]", "normalize_targets: standard"))
    let written = try TrainedRun(regression("[-1, 1, 1, -1]"))
    let (own, others) = (scaled.outcome.scores, written.outcome.scores)
    #expect(abs(own[1] - 4 * others[1]) < 1e-12)
    #expect(abs(own[2] - 4 * others[2]) < 1e-12)
    #expect(abs(own[3] - others[3]) < 1e-12)
    let answers = try #require(scaled.outcome.predictions?.parts[0])
    let plain = try #require(written.outcome.predictions?.parts[0])
    #expect(answers.targets == [6, 14, 14, 6])
    #expect(answers.outputs == plain.outputs.map { $0 * 4 + 10 })
  }

  @Test func metricsLoseNothingOfTargetsFarFromZero() throws {
    let spec = regression("[1000000006, 1000000014, 1000000014, 1000000006]")
      .replacing("float64", with: "float32")
    let far = try TrainedRun(spec + "normalize_targets: standard\n")
    let near = try TrainedRun(
      regression("[6, 14, 14, 6]", "normalize_targets: standard")
        .replacing("float64", with: "float32"))
    for (own, other) in zip(far.outcome.scores.dropFirst(), near.outcome.scores.dropFirst()) {
      #expect(abs(own - other) < 1e-6)
    }
  }

  @Test func constantsAreThoseOfTheTrainingRows() throws {
    let run = try TrainedRun(
      regression(
        "[6, 14, 14, 6]",
        "normalize_targets: standard\n"
          + "split: {validation: {inputs: [[5]], targets: [1000]}}"))
    let alone = try TrainedRun(regression("[6, 14, 14, 6]", "normalize_targets: standard"))
    #expect(run.outcome.weights == alone.outcome.weights)
  }

  private func classification(_ more: String) -> String {
    """
    dataset: {inputs: [[0], [1], [2], [3], [4], [5]], targets: [0, 0, 0, 0, 1, 1]}
    layers: [1, 3, auto]
    activation: tanh
    learning_rate: 0.5
    batch_size: 2
    epochs: 20
    precision: float64
    \(more)
    """
  }

  @Test(arguments: [1, 2])
  func balancedWeightsAreScikitLearns(outputs: Int) throws {
    let layers = "layers: [1, 3, \(outputs)]"
    func run(_ weights: String) throws -> TrainedRun {
      try TrainedRun(
        classification(weights).replacing("layers: [1, 3, auto]", with: layers))
    }
    // 6 / (2 · 4) and 6 / (2 · 2).
    let balanced = try run("class_weight: balanced")
    let written = try run("class_weight: {0: 0.75, 1: 1.5}")
    let plain = try run("")
    #expect(balanced.outcome.weights == written.outcome.weights)
    #expect(balanced.outcome.weights != plain.outcome.weights)
    #expect(balanced.losses[0] == plain.losses[0])
    #expect(balanced.configuration.canonicalSpec.contains("class_weight: balanced\n"))
    #expect(written.configuration.canonicalSpec.contains(#"class_weight: {"0": 0.75, "1": 1.5}"#))
  }

  @Test func weightsOfOneSayNothing() throws {
    let run = try TrainedRun(classification("class_weight: {0: 1, 1: 1.0}"))
    #expect(!run.configuration.canonicalSpec.contains("class_weight"))
  }

  @Test func rowsOfAClassThatCountsTwiceAreAsIfTheyStoodTwice() throws {
    func spec(_ inputs: String, _ targets: String, rate: Double, _ more: String) -> String {
      """
      dataset: {inputs: \(inputs), targets: \(targets)}
      layers: [1, 1]
      learning_rate: \(rate)
      epochs: 10
      batch_size: full
      precision: float64
      \(more)
      """
    }
    let weighted = try TrainedRun(
      spec("[[0], [1], [2], [4]]", "[0, 0, 1, 1]", rate: 0.75, "class_weight: {1: 2}"))
    // The mean is over 6 rows there, and over 4 here.
    let doubled = try TrainedRun(
      spec("[[0], [1], [2], [2], [4], [4]]", "[0, 0, 1, 1, 1, 1]", rate: 1.125, ""))
    let pairs = zip(
      weighted.outcome.weights.flatMap(\.doubles), doubled.outcome.weights.flatMap(\.doubles))
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-12 })
  }
}
