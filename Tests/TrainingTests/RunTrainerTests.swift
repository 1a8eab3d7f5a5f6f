import Datasets
import Engine
import Experiments
import RunRecords
import Testing
import TestPlans
import Training
import Vocabulary

@Suite struct RunTrainerTests {
  private let xor = """
    dataset: xor
    layers: [2, 4, 1]
    activation: tanh
    learning_rate: 0.5

    """

  @Test func rowsAreTheLoggedEpochs() throws {
    let run = try TrainedRun(xor + "epochs: 10\nlog_every: 4")
    #expect(run.rows.map(\.epoch) == [0, 4, 8, 10])
    #expect(run.rows.map(\.learningRate) == [nil, 0.5, 0.5, 0.5])
    #expect(run.outcome.epochsRun == 10)
    #expect(run.outcome.scores == run.rows.last?.scores)
  }

  @Test func zeroEpochsEvaluateTheInitialNetwork() throws {
    let run = try TrainedRun(xor + "epochs: 0")
    #expect(run.rows.map(\.epoch) == [0])
    #expect(run.outcome.status == .completed)
    #expect(run.outcome.weights == run.outcome.initialWeights)
  }

  @Test func trainingLowersTheLoss() throws {
    let losses = try TrainedRun(xor + "epochs: 500").losses
    #expect(losses.allSatisfy { $0.isFinite })
    #expect(losses[500] < 0.1 * losses[0])
  }

  /// Each way of training learns its problem.
  @Test(arguments: [
    "dataset: and\nlayers: [2, 1]\nloss: mse\nlearning_rate: 1",
    "dataset: or\nlayers: [auto, auto]\noptimizer: {name: sgd, momentum: 0.9}\nlearning_rate: 0.1",
    "dataset: or\nlayers: [2, 1]\noptimizer: {name: sgd, momentum: 0.9, nesterov: true}\nlearning_rate: 0.1",
    "dataset: {name: parity, bits: 3}\nlayers: [3, 16, 1]\nactivation: tanh\nlearning_rate: 0.5",
    "dataset: xor\nlayers: [2, 8, 2]\nactivation: tanh\nlearning_rate: 0.5",
    "dataset: {inputs: [[0], [1], [2]], targets: [[1, 0], [1, 1], [0, 1]]}\nlayers: [1, 8, 2]\nactivation: tanh\nlearning_rate: 0.5",
  ])
  func accuracyBecomesOne(spec: String) throws {
    for precision in Precision.allCases {
      let run = try TrainedRun("\(spec)\nepochs: 2000\nprecision: \(precision.name)")
      #expect(run.rows.last?.scores.last == 1)
    }
  }

  @Test func regressionHasErrorsInTheTargetsUnits() throws {
    let run = try TrainedRun(
      """
      dataset: {inputs: [[0], [1], [2], [3]], targets: [1, 3, 5, 7]}
      layers: [1, 1]
      learning_rate: 0.1
      epochs: 1000
      metrics: [mae, rmse]
      """)
    #expect(run.configuration.scores.map(\.name) == ["train_loss", "train_mae", "train_rmse"])
    let scores = run.outcome.scores
    #expect(scores[0] < 1e-6 && scores[1] < 1e-3)
    #expect((scores[2] * scores[2] - scores[0]).magnitude < 1e-9)
  }

  /// A batch of all rows is a full batch, also when it is shuffled.
  /// Each row has a weight of its own, and far from its target a row of a batch of n moves it by 1/n.
  @Test func smallBatchesTakeEveryRowOnce() throws {
    let rows = (0..<16).map { row in (0..<16).map { $0 == row ? 1 : 0 } }
    func weights(_ lines: String) throws -> [Double] {
      let run = try TrainedRun(
        """
        dataset: {inputs: \(rows), targets: \(rows.map { _ in 100 })}
        layers: [16, 1]
        init: zeros
        loss: mae
        learning_rate: 1
        epochs: 1
        precision: float64
        metrics: []
        \(lines)
        """)
      return run.outcome.weights[0].doubles
    }
    let one = Array(repeating: 1 / 16.0, count: 16)
    #expect(try weights("batch_size: full") == one)
    #expect(try weights("batch_size: 100") == one)
    #expect(try weights("batch_size: 4") == Array(repeating: 0.25, count: 16))
    let uneven = Array(repeating: 0.2, count: 15) + [1]
    #expect(try weights("batch_size: 5\nshuffle: false") == uneven)
    let shuffled = try weights("batch_size: 5")
    #expect(shuffled.sorted() == uneven && shuffled != uneven)
  }

  /// One step over each of two halves, in order, by hand.
  @Test func batchesAreStepsOneAfterAnother() throws {
    let run = try TrainedRun(
      """
      dataset: {inputs: [[1], [2]], targets: [1, 3]}
      layers: [1, 1]
      init: zeros
      learning_rate: 0.25
      epochs: 1
      batch_size: 1
      shuffle: false
      precision: float64
      """)
    // ŷ = wx + b from 0: the first step adds ¼·2·1 to both, the second ¼·2·(3 − 1.5)·(2, 1).
    #expect(run.outcome.weights.map(\.doubles) == [[0.5 + 1.5], [0.5 + 0.75]])
  }

  @Test func cancellationEndsAfterAnEpoch() throws {
    let configuration = try RunPlan(spec: xor + "epochs: 100").runs[0].configuration
    let runs = try TrainedRuns([configuration], isCancelled: { $0 == 3 })
    #expect(runs.outcomes[0] == nil)
    #expect(runs.rows[0].count == 3)
  }

  /// The wish is looked for before every batch of training and evaluation, so that no epoch is long.
  @Test(arguments: 1...40) func cancellationEndsAtABatch(question: Int) throws {
    let configuration = try RunPlan(
      spec: """
        dataset: xor
        layers: [2, 4, 1]
        activation: tanh
        learning_rate: 0.1
        epochs: 5
        batch_size: 1
        """
    ).runs[0].configuration
    var asked = 0
    let runs = try TrainedRuns([configuration]) { _ in
      asked += 1
      return asked >= question
    }
    let isFinished = runs.outcomes[0] != nil
    // Once for each of 6 evaluations and after it, and before all batches of an epoch but the first.
    #expect(isFinished == (question > 6 + 5 + 5 * 3))
    #expect(isFinished || runs.rows[0].count == (question + 3) / 5)
    #expect(asked <= question || isFinished)
  }

  @Test func aRunThatCannotBeRecordedIsGivenUp() throws {
    let plan = try RunPlan(spec: xor + "epochs: 100\nsweep: {seeds: 3}")
    let runs = try TrainedRuns(
      plan.runs.map(\.configuration), in: .narrow, goesOn: { run, count in run != 1 || count < 5 })
    #expect(runs.outcomes.map { $0 != nil } == [true, false, true])
    #expect(runs.rows.map(\.count) == [101, 5, 101])
  }

  @Test(arguments: InstructionSet.allCases)
  func divergenceIsSeenOnEverySet(set: InstructionSet) throws {
    guard Engine.available.contains(set) else {
      try Test.cancel("this processor has no \(set.rawValue)")
    }
    for precision in Precision.allCases {
      let run = try TrainedRun(
        """
        dataset: {inputs: [[1], [2]], targets: [1, 3]}
        layers: [1, 8, 1]
        activation: relu
        learning_rate: 1e30
        epochs: 1000
        precision: \(precision.name)
        """, instructionSet: set)
      #expect(run.outcome.status == .diverged)
      #expect(run.outcome.epochsRun < 1000)
      #expect(run.losses.last?.isFinite == false)
      #expect(run.losses.dropLast().allSatisfy { $0.isFinite })
    }
  }

  /// Such a run never has a best epoch, which rules for stopping and the best network ask for.
  @Test func aRunThatDivergesBeforeItsFirstStepIsRecorded() throws {
    let stopping = "early_stopping: {monitor: train_loss, patience: 2, restore_best: true}"
    for rule in [stopping, "save: [best]", ""] {
      let run = try TrainedRun(
        """
        dataset: {inputs: [[1], [2]], targets: [1e30, 3e30]}
        layers: [1, 1]
        loss: mse
        learning_rate: 0.1
        epochs: 10
        \(rule)
        """)
      #expect(run.outcome.status == .diverged)
      #expect(run.rows.map(\.epoch) == [0])
      #expect((run.outcome.bestEpoch, run.outcome.epochsRun) == (0, 0))
      #expect(run.losses == [.infinity])
    }
  }

  @Test func savedWeightsGiveTheOutputsThatWereScored() throws {
    let run = try TrainedRun(xor + "epochs: 50\nmetrics: []\nloss: mse")
    let part = try PreparedData(for: run.configuration).train
    let trainer = try RunTrainer(engine: Engine())
    let outputs = try #require(
      trainer.outputs(of: run.configuration, weights: run.outcome.weights, on: part))
    let errors = zip(outputs, part.targets).map { Float($0) - Float($1) }
    let loss = errors.reduce(0.0) { $0 + Double($1 * $1) } / 4
    #expect(loss == run.outcome.scores[0])
    #expect(trainer.outputs(of: run.configuration, weights: [], on: part) == nil)
  }

  /// With 17 runs side by side, which end at several epochs, and the best weights saved, not the last.
  @Test func rowsHeldBackAreAnsweredForAsTheyWereScored() throws {
    let spec = """
      dataset: {name: moons, rows: 40}
      split: {validation: 0.25, test: 0.2}
      layers: [2, 5, 1]
      activation: tanh
      learning_rate: 0.5
      epochs: 30
      batch_size: 8
      early_stopping: {patience: 3}
      sweep: {seeds: 17}
      """
    let plan = try RunPlan(spec: spec)
    let runs = try TrainedRuns(plan.runs.map(\.configuration), in: .narrow)
    #expect(Set(runs.rows.map(\.count)).count > 3)
    for (run, outcome) in zip(plan.runs, runs.outcomes) {
      let (outcome, scores) = (try #require(outcome), run.configuration.scores)
      let table = try #require(outcome.predictions)
      #expect(table.parts.map(\.part) == [.validation, .test])
      for part in table.parts {
        let rightRows = zip(part.targets, part.outputs).count { ($1 > 0.5 ? 1 : 0) == $0 }
        let score = try #require(scores.firstIndex(of: Score(part.part, .metric(.accuracy))))
        #expect(outcome.scores[score] == Double(rightRows) / Double(part.sourceRows.count))
      }
    }
    let whole = try TrainedRun(spec + "\nsave: [predictions]")
    let all = try #require(whole.outcome.predictions?.parts)
    #expect(all.map(\.part) == [.train, .validation, .test])
    #expect(Array(all[1...]) == runs.outcomes[0]?.predictions?.parts)
  }

  @Test(arguments: [("", 0.1), ("split: {test: 0.5}", 1e30)])
  func noReportIsMadeWithoutRowsOrAfterDivergence(line: String, rate: Double) throws {
    let run = try TrainedRun(
      """
      dataset: {inputs: [[1], [2], [3], [4]], targets: [1, 3, 2, 5]}
      layers: [1, 1]
      loss: mse
      learning_rate: \(rate)
      epochs: 100
      save: []
      \(line)
      """)
    #expect((run.outcome.status == .diverged) == (rate > 1))
    #expect(run.outcome.predictions == nil)
  }
}
