import Experiments
import SpecReading
import SpecSyntax
import Testing
import Vocabulary

/// Values that are set from outside.
@Suite struct OverrideTests {
  @Test func lastOfAKeyCounts() throws {
    let run = try read(spec(), set: ["learning_rate=2", "learning_rate=3", "seed=7"]).plan.runs[0]
    #expect(run.configuration.learningRate == 3)
    #expect(run.configuration.seed == 7)
  }

  @Test(arguments: ["optimizer.momentum=0.9", "optimizer={name: sgd, momentum: 0.9}"])
  func settingOfTheStandardWord(argument: String) throws {
    let run = try read(spec(), set: [argument]).plan.runs[0]
    #expect(run.configuration.optimizer.number("momentum") == 0.9)
  }

  @Test func settingOfTheWrittenWord() throws {
    let text = spec("activation: {name: leaky_relu, slope: 0.5}")
    let run = try read(text, set: ["activation.slope=0.1"]).plan.runs[0]
    #expect(run.configuration.activation?.number("slope") == 0.1)
  }

  @Test func sweepWhereThereIsNone() throws {
    let plan = try read(spec(), set: ["sweep.seeds=3", "sweep.parameters.loss=[mse, sse]"]).plan
    #expect(plan.runs.count == 6)
  }

  @Test(arguments: [[], ["sweep.seeds=1"]])
  func axisOfASettingWhereThereIsNone(others: [String]) throws {
    let arguments = others + ["sweep.parameters.optimizer.momentum=[0, 0.9]"]
    let plan = try read(spec(), set: arguments).plan
    #expect(plan.runs.map { $0.configuration.optimizer.number("momentum") } == [0, 0.9])
    #expect(plan.experiment.sweep.axes.map(\.path.key) == ["optimizer.momentum"])
  }

  @Test func axisOfASweep() throws {
    let text = spec("sweep: {parameters: {learning_rate: [1, 2]}}")
    let plan = try read(text, set: ["sweep.parameters.learning_rate=[1, 2, 3]"]).plan
    #expect(plan.runs.count == 3)
  }

  @Test func sweepIsTakenAway() throws {
    let text = spec("sweep: {parameters: {learning_rate: [1, 2]}}")
    #expect(try read(text, set: ["sweep=none"]).plan.runs.count == 1)
  }

  @Test func wrongValueOfTheSpecIsMended() throws {
    #expect(try read(spec("learning_rate: fast"), set: ["learning_rate=1"]).plan.runs.count == 1)
  }

  @Test(arguments: [
    ("learning_rate=fast", "--set:1:15: learning_rate must be a number above 0, not \"fast\""),
    ("lerning_rate=1", "--set:1:1: unknown key \"lerning_rate\""),
    (
      "optimizer.momentum=1",
      "--set:1:20: optimizer.momentum must be a number of at least 0 and below 1, not \"1\""
    ),
    ("optimizer.momentun=1", "--set:1:11: sgd has no setting \"momentun\""),
    ("layers=[3, 1]", "--set:1:9: the first layer has 3 inputs, but the data has 2"),
    (
      "sweep.seeds=0", "--set:1:13: sweep.seeds must be a whole number from 1 to 1000000, not \"0\""
    ),
    ("activation.slope=1", "--set:1:12: tanh has no setting \"slope\""),
  ])
  func mistakePointsAtTheArgument(argument: String, mistake: String) {
    #expect(mistakes(in: spec(), set: [argument]) == [mistake])
  }

  @Test func mistakesOfSpecAndArgumentsComeTogether() {
    let found = mistakes(in: spec("epochs: many"), set: ["seed=-1", "loss=mes"])
    #expect(
      Set(found) == [
        "5:9: epochs must be a whole number from 0 to 1000000000, not \"many\"",
        "--set:1:6: seed must be a whole number of at least 0, not \"-1\"",
        "--set:1:6: unknown loss \"mes\"",
      ])
  }

  static let swept = spec(
    "sweep: {parameters: {learning_rate: [1, 2], optimizer.momentum: [0, 0.9], activation: [elu]}}")

  @Test(arguments: [
    ("learning_rate=5", "learning_rate", "15"),
    ("optimizer.momentum=0.5", "optimizer.momentum", "20"),
    ("optimizer={name: sgd, momentum: 0.5}", "optimizer.momentum", "33"),
    ("activation=relu", "activation", "12"),
    ("activation.alpha=2", "activation", "18"),
  ])
  func sweptKeyCannotBeSet(argument: String, key: String, column: String) {
    let text = Self.swept.replacing("activation: tanh", with: "activation: elu")
    #expect(
      mistakes(in: text, set: [argument])
        == ["--set:1:\(column): \"\(key)\" is swept, so a single value cannot be set"])
  }

  @Test func zippedKeyCannotBeSet() {
    let text = spec("sweep: {zip: [{learning_rate: [1, 2], l2: [0, 1]}]}")
    #expect(
      mistakes(in: text, set: ["l2=5"])
        == ["--set:1:4: \"l2\" is swept, so a single value cannot be set"])
  }

  @Test func includedKeyCanBeSet() throws {
    let text = spec("sweep: {include: [{l2: 1}]}")
    let plan = try read(text, set: ["l2=5"]).plan
    #expect(plan.runs.map(\.configuration.l2) == [5, 1])
  }

  @Test func keyBesideASweptSettingCanBeSet() throws {
    let plan = try read(Self.swept, set: ["optimizer.nesterov=false", "optimizer=sgd"]).plan
    #expect(plan.runs.count == 4)
  }
}
