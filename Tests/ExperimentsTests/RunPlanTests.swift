import Testing
import Vocabulary

@testable import Experiments

/// From an experiment to every run.
@Suite struct RunPlanTests {
  private func plan(_ experiment: Experiment) throws(RunPlan.Failure) -> RunPlan {
    try RunPlan(expanding: experiment) { source in
      guard case .builtIn(let choice) = source, choice.word == .parity else { return facts() }
      return facts(inputs: choice.integer("bits"))
    }
  }

  @Test func oneRunWithoutASweep() throws {
    let plan = try plan(experiment())
    #expect(plan.runs.count == 1)
    #expect(plan.runs[0].configurationNumber == 1)
    #expect(plan.runs[0].parameters == [])
    #expect(plan.duplicates.isEmpty)
  }

  @Test func lastAxisAndThenSeedsChangeFastest() throws {
    let plan = try plan(
      experiment(
        [.seed: .integer(5)],
        axes: [axis(.learningRate, nil, 0.1, 1), axis(.loss, words: "mse", "sse", "mae")], seeds: 2)
    )
    #expect(
      plan.runs.map(\.configuration.learningRate) == Array(repeating: 0.1, count: 6)
        + Array(repeating: 1, count: 6))
    #expect(
      plan.runs.prefix(6).map(\.configuration.loss.word) == [.mse, .mse, .sse, .sse, .mae, .mae])
    #expect(plan.runs.map(\.configuration.seed) == [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6])
    #expect(plan.runs.map(\.configurationNumber) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    #expect(plan.runs[2].parameters == [.number(0.1), .text("sse")])
  }

  @Test func settingsAreOfTheSweptWord() throws {
    let slope = Sweep.Axis(SettingPath(.activation, "slope"), [.number(0.5)])
    let words = axis(.activation, words: "leaky_relu")
    for axes in [[slope, words], [words, slope]] {
      let run = try plan(experiment(axes: axes)).runs[0]
      #expect(run.configuration.activation?.number("slope") == 0.5)
    }
  }

  @Test func settingsOfTheStandardWord() throws {
    let plan = try plan(experiment(axes: [axis(.optimizer, "momentum", 0, 0.9)]))
    #expect(plan.runs.map { $0.configuration.optimizer.number("momentum") } == [0, 0.9])
    #expect(plan.runs[0].id == (try self.plan(experiment())).runs[0].id)
  }

  @Test func otherSettingsOfTheWordStay() throws {
    let nesterov = word("sgd", ["momentum": .number(0.1), "nesterov": .boolean(true)])
    let plan = try plan(
      experiment([.optimizer: nesterov], axes: [axis(.optimizer, "momentum", 0.5, 0.9)]))
    #expect(plan.runs.allSatisfy { $0.configuration.optimizer.isOn("nesterov") })
    #expect(plan.runs.map { $0.configuration.optimizer.number("momentum") } == [0.5, 0.9])
  }

  @Test func datasetOptionsAreSwept() throws {
    let bits = Sweep.Axis(SettingPath(.dataset, "bits"), [.integer(2), .integer(3)])
    let plan = try plan(
      experiment(
        [.dataset: .text("parity"), .layers: .list([.text("auto"), .integer(2), .integer(1)])],
        axes: [bits]))
    #expect(plan.runs.map { $0.configuration.layers[0] } == [2, 3])
  }

  @Test func sameRunsAreListedOnce() throws {
    let plan = try plan(
      experiment(
        axes: [axis(.batchSize, words: "full"), axis(.learningRate, nil, 0.5, 0.5, 1)], seeds: 2))
    #expect(plan.runs.count == 4)
    #expect(plan.duplicates.map(\.number) == [1, 1])
    #expect(plan.duplicates.map(\.id) == plan.runs.prefix(2).map(\.id))
    #expect(plan.runs.map(\.configurationNumber) == [1, 1, 2, 2])
  }

  @Test func `a run has the values of every configuration that lists it`() throws {
    let batches = Sweep.Axis(SettingPath(.batchSize), [.integer(4), .integer(2), .text("full")])
    let plan = try plan(experiment(axes: [axis(.l2, nil, 0, 1), batches], seeds: 2))
    func indices(_ conditions: Experiments.Expectation.Condition...) -> [Int] {
      plan.runs(regardedBy: .init(.digest("kkkkkkkkkkkkkkkk"), of: .everyRun, where: conditions))
    }
    let full = Experiments.Expectation.Condition(batches.path, .text("full"))
    #expect(plan.runs.count == 8)
    #expect(plan.distinctValues(of: batches.path) == batches.listed)
    #expect(indices(full) == [0, 1, 4, 5])
    #expect(indices(.init(batches.path, .integer(4))) == [0, 1, 4, 5])
    #expect(indices(full, .init(SettingPath(.l2), .number(1))) == [4, 5])
    #expect(indices(.init(batches.path, .integer(3))) == [])
  }

  @Test func excludedCombinationsAreLeftOut() throws {
    let axes = [axis(.learningRate, nil, 0.1, 0.5, 0.1), axis(.loss, words: "mse", "sse")]
    let exclusions = [
      exclusion([0: [0, 2], 1: [1]]), exclusion([0: [1]]), exclusion([0: [1], 1: [0]]),
    ]
    let plan = try plan(experiment(axes: axes, exclusions: exclusions))
    #expect(plan.runs.map(\.parameters) == [[.number(0.1), .text("mse")]])
    #expect(plan.idleExclusions == [2])
  }

  @Test func combinationsThatAreLeftOutNeedNotBeSound() throws {
    let epochs = Sweep.Axis(SettingPath(.epochs), [.integer(10), .integer(20)])
    for stops in [[15, 10], [10, 15]] {
      let stopAt = Sweep.Axis(SettingPath(.stopAt), stops.map(SpecValue.integer))
      let index = stops[0] == 15 ? 0 : 1
      let plan = try plan(
        experiment(axes: [epochs, stopAt], exclusions: [exclusion([0: [0], 1: [index]])]))
      #expect(plan.runs.count == 3)
    }
  }

  @Test func scoresAndFoldsAreThoseOfRunsThatAreLeft() throws {
    let folds = SpecValue.mapping([SpecValue.Member("folds", .integer(2))])
    let validation = SpecValue.mapping([SpecValue.Member("validation", .number(0.5))])
    let splits = Sweep.Axis(SettingPath(.split), [folds, validation, .text("none")])
    let metrics = Sweep.Axis(SettingPath(.metrics), [.list([.text("accuracy")]), .list([])])
    func plan(_ exclusions: [KeyValuePairs<Int, Set<Int>>]) throws -> RunPlan {
      try self.plan(
        experiment(
          axes: [splits, metrics, axis(.l2, nil, 0, 1)], exclusions: exclusions.map(exclusion)))
    }
    let rest = try plan([
      [0: [0], 2: [0]], [0: [0], 2: [1]], [0: [2], 2: [0]], [0: [2], 2: [1]],
    ])
    #expect(rest.ranking.score.name == "val_loss")
    #expect(!rest.hasFolds && rest.repetition == nil)
    #expect(rest.scores.count == 4)
    #expect(try plan([[1: [0], 2: [0]], [1: [0], 2: [1]]]).scores.count == 2)
    #expect(try plan([]).ranking.score.name == "train_loss")
    #expect(try plan([]).hasFolds)
  }

  @Test func rankingIsByTheTrainingLossUnlessSaid() throws {
    #expect(try plan(experiment()).ranking.score.name == "train_loss")
    #expect(try plan(experiment()).ranking.goal == .minimize)
    let named = try plan(experiment(rankBy: Sweep.RankBy(metric: "train_accuracy", goal: nil)))
    #expect(named.ranking.goal == .maximize)
    let turned = try plan(experiment(rankBy: Sweep.RankBy(metric: "train_loss", goal: .maximize)))
    #expect(turned.ranking.goal == .maximize)
  }

  @Test func scoresAreThoseOfAnyRun() throws {
    let lists = [SpecValue.list([.text("accuracy")]), .list([])]
    let plan = try plan(experiment(axes: [Sweep.Axis(SettingPath(.metrics), lists)]))
    #expect(plan.scores.map(\.name) == ["train_loss", "train_accuracy"])
  }

  @Test func tooManyRunsAreRefusedAtOnce() {
    let numbers = (1...10_000).map { SpecValue.number(Double($0)) }
    let axes = [Field.learningRate, .biasInitialization, .epochs].map {
      Sweep.Axis(SettingPath($0), numbers)
    }
    #expect {
      try plan(experiment(axes: axes))
    } throws: { error in
      guard case .tooManyRuns(1_000_000_000_000, allowed: 10_000)? = error as? RunPlan.Failure
      else { return false }
      return true
    }
    #expect {
      try plan(experiment(axes: axes + axes, seeds: 1_000_000))
    } throws: { error in
      guard case .tooManyRuns(nil, allowed: 10_000)? = error as? RunPlan.Failure else {
        return false
      }
      return true
    }
  }

  @Test func asManyRunsAsAllowed() throws {
    #expect(try plan(experiment(seeds: 7, maxRuns: 7)).runs.count == 7)
    #expect(throws: RunPlan.Failure.self) { try plan(experiment(seeds: 8, maxRuns: 7)) }
  }

  @Test func seedsMayReachTheLargest() throws {
    let last = experiment([.seed: .integer(Int.max - 1)], seeds: 2)
    #expect(try plan(last).runs.map(\.configuration.seed) == [Int.max - 1, Int.max])
    #expect(try plan(last).seeds == Int.max - 1...Int.max)
    #expect {
      try plan(experiment([.seed: .integer(Int.max - 1)], seeds: 3))
    } throws: { error in
      guard case .seedsOverflow? = error as? RunPlan.Failure else { return false }
      return true
    }
  }

  @Test func everythingExcluded() {
    let axes = [axis(.learningRate, nil, 0.1)]
    let exclusions = [exclusion([0: [0]])]
    #expect {
      try plan(experiment(axes: axes, exclusions: exclusions))
    } throws: { error in
      guard case .everythingExcluded? = error as? RunPlan.Failure else { return false }
      return true
    }
  }

  @Test func problemsComeWithTheirCombination() {
    let sizes = Sweep.Axis(SettingPath(.layers), [layers(2, 1), layers(3, 1)])
    let slope = Sweep.Axis(SettingPath(.activation, "slope"), [.number(1)])
    #expect {
      try plan(
        experiment(axes: [sizes, slope], rankBy: Sweep.RankBy(metric: "val_speed", goal: nil)))
    } throws: { error in
      guard case .problems(let placed)? = error as? RunPlan.Failure else { return false }
      let missing = ConfigurationProblem.Kind.sweep(.noSuchSetting("slope", word: "tanh"))
      let metrics = ["loss", "accuracy", "precision", "recall", "f1", "auc", "mae", "rmse", "r2"]
      let scores = metrics.flatMap { ["train_\($0)", "val_\($0)", "test_\($0)"] }
      return placed.map(\.problem.kind) == [
        missing, missing, .network(.inputsDiffer(written: 3, data: 2)),
        .sweep(.unknownScore("val_speed", scores: scores)),
      ]
        && placed.map(\.place)
          == [[0, 0], [1, 0], [1, 0], []].map(RunPlan.Place.combination)
    }
  }
}
