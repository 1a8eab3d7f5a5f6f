import Testing
import Vocabulary

@testable import Experiments

/// The parts of a sweep, and what is known of fields.
@Suite struct SweepTests {
  @Test func pointsOfAGridCountLikeDigits() throws {
    func all(_ counts: Int...) throws -> [[Int]] {
      let axes = counts.map {
        Sweep.Axis(SettingPath(.l1), Array(repeating: .number(1), count: $0))
      }
      let sweep = experiment(axes: axes).sweep
      let points = try #require(sweep.points(seed: 0))
      return (0..<points.count).map { points.levels($0, of: sweep).map(\.index) }
    }
    #expect(
      try all(2, 1, 3) == [[0, 0, 0], [0, 0, 1], [0, 0, 2], [1, 0, 0], [1, 0, 1], [1, 0, 2]])
    #expect(try all() == [[]])
  }

  @Test func runsAreCountedBeforeThereAreAny() {
    func count(_ counts: Int..., seeds: Int) -> Int? {
      let axes = counts.map {
        Sweep.Axis(SettingPath(.learningRate), Array(repeating: .number(1), count: $0))
      }
      return experiment(axes: axes, seeds: seeds).points.runCount
    }
    #expect(count(seeds: 3) == 3)
    #expect(count(4, 5, seeds: 3) == 60)
    #expect(count(2, seeds: Int.max) == nil)
    #expect(experiment().points.runCount == 1)
  }

  @Test func eachFoldIsARun() {
    func split(_ members: KeyValuePairs<String, SpecValue>) -> SpecValue {
      .mapping(members.map { SpecValue.Member($0.key, $0.value) })
    }
    let five: [Field: SpecValue] = [.split: split(["folds": .integer(5)])]
    #expect(experiment(five, seeds: 3).points.runCount == 15)
    #expect(
      experiment([.split: split(["folds": .integer(5), "fold": .integer(2)])]).points.runCount == 1)
    let axes = [
      Sweep.Axis(SettingPath(.split, "folds"), [.integer(2), .integer(3)]),
      Sweep.Axis(SettingPath(.learningRate), [.number(0.1), .number(0.2)]),
    ]
    #expect(experiment(axes: axes).points.runCount == 10)
    let splits = Sweep.Axis(
      SettingPath(.split), [split(["folds": .integer(4)]), split(["validation": .number(0.5)])])
    #expect(experiment(axes: [splits], seeds: 2).points.runCount == 10)
  }

  @Test func pathIsAKeyAndAColumn() {
    #expect(SettingPath(.learningRate).key == "learning_rate")
    #expect(SettingPath(.optimizer, "momentum").key == "optimizer.momentum")
    #expect(SettingPath(.optimizer, "momentum").column == "param_optimizer__momentum")
    #expect(SettingPath(.biasInitialization).column == "param_bias_init")
    #expect(SettingPath(.dataset, "bits").shape() == .integer(1...16))
    #expect(SettingPath(.dataset, "bit").shape() == nil)
    #expect(!SettingPath(.dataset, "bit").exists)
  }

  @Test func settingOfSeveralWordsHasTheShapeOfEach() {
    let warmup = SettingPath(.schedule, "warmup")
    let (epochs, share) = (Shape.number(.positive), Shape.number(.betweenZeroAndOne))
    #expect(warmup.shape(beside: ["warmup_cosine"]) == epochs)
    #expect(warmup.shape(beside: ["constant", "one_cycle"]) == share)
    #expect(warmup.shape(beside: ["one_cycle", "warmup_cosine"]) == .either([epochs, share]))
    #expect(warmup.shape() == .either([epochs, share]))
    // The word may be wrong; that is told where the two come together.
    #expect(warmup.shape(beside: ["constant"]) == .either([epochs, share]))
    #expect(SettingPath(.optimizer, "weight_decay").shape() == .number(.nonNegative))
  }

  @Test func membersOfAMappingArePathsWhereTheyCanStandAlone() {
    #expect(SettingPath(.earlyStopping, "patience").shape() == .integer(1...1_000_000_000))
    #expect(!SettingPath(.dataset, "inputs").exists)
    #expect(!SettingPath(.initialization, "file").exists)
  }

  @Test func inlineRowsMustFit() {
    func source(_ inputs: [SpecValue], _ targets: [SpecValue]) -> DatasetSource? {
      DatasetSource(
        .mapping([
          SpecValue.Member("inputs", .list(inputs)), SpecValue.Member("targets", .list(targets)),
        ]))
    }
    let (one, two) = (SpecValue.list([.number(1)]), SpecValue.list([.number(1), .number(2)]))
    #expect(
      source([two, two], [one, .number(0)])
        == .inline(inputs: [[1, 2], [1, 2]], targets: [[1], [0]]))
    #expect(source([two, one], [one, one]) == nil)
    #expect(source([two, two], [one, two]) == nil)
    #expect(source([two, two], [one]) == nil)
    #expect(source([.list([.text("x")])], [one]) == nil)
    let inline = DatasetSource.inline(inputs: [[0.5]], targets: [[1, 2]])
    #expect(DatasetSource(inline.specValue) == inline)
    #expect(DatasetSource(.text("iris")) == nil)
  }

  @Test(arguments: Field.allCases)
  func fieldIsDeclared(field: Field) {
    let declaration = field.declaration
    #expect(!declaration.summary.isEmpty)
    #expect(!declaration.summary.hasSuffix("."))
    #expect(field.key == field.rawValue)
    if declaration.role == .batch { #expect(declaration.standard != .required) }
  }

  @Test func columnsAreInTheOrderOfTheParts() {
    #expect(
      Score.columns(for: [.mae]).map(\.name) == [
        "train_loss", "val_loss", "test_loss", "train_mae", "val_mae", "test_mae",
      ])
    #expect(Score(.validation, .metric(.accuracy)).quantity.goal == .maximize)
    #expect(Score(.test, .loss).quantity.goal == .minimize)
  }
}
