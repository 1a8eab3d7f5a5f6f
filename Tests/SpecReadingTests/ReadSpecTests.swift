import Experiments
import SpecReading
import SpecSyntax
import Testing
import Vocabulary

/// What reading makes of specs as wholes.
@Suite struct ReadSpecTests {
  @Test func nameIsTheFilesUnlessGiven() throws {
    #expect(try read(spec(), stem: "xor").plan.experiment.name == "xor")
    #expect(try read(spec("name: other"), stem: "xor").plan.experiment.name == "other")
    #expect(try read(spec("name: other"), stem: "my file").plan.experiment.name == "other")
  }

  @Test(arguments: ["my file", "", ".hidden", "a/b", String(repeating: "x", count: 101)])
  func fileThatNamesNoFolderNeedsAName(stem: String) {
    let found = mistakes(in: spec(), stem: stem)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1:1: the spec gives no \"name\"") == true)
  }

  @Test func batchFieldsAreRead() throws {
    let experiment = try read(spec("description: a text", "on_divergence: record")).plan.experiment
    #expect(experiment.description == "a text")
    #expect(experiment.onDivergence == .record)
    #expect(try read(spec()).plan.experiment.description == nil)
    #expect(try read(spec()).plan.experiment.onDivergence == .fail)
  }

  @Test func examplesOfTheTableAreOneSpec() throws {
    let lines = Field.allCases.map { "\($0.key): \($0.declaration.example.text)" }
    #expect(try read(lines.joined(separator: "\n")).plan.runs.count == 2)
  }

  @Test(arguments: Field.allCases.filter { $0.declaration.standard.value != nil })
  func standardValueIsReadAsItself(field: Field) throws {
    let standard = try #require(field.declaration.standard.value)
    let settings = try read(spec("\(field.key): \(standard.text)")).plan.experiment.settings
    #expect(settings[field] == standard)
  }

  @Test(arguments: Field.allCases)
  func missingKeyIsToldOnlyIfRequired(field: Field) throws {
    let lines = spec().split(separator: "\n").filter { !$0.hasPrefix("\(field.key):") }
    let found = mistakes(in: lines.joined(separator: "\n"))
    let isNeeded = field.declaration.standard == .required || field == .activation
    #expect(found.contains { $0.contains("does not give \"\(field.key)\"") } == isNeeded)
    #expect(found.count == (isNeeded ? 1 : 0))
  }

  @Test func misspeltKeyIsNotMissingToo() {
    let text = spec().replacing("epochs", with: "epoch")
    #expect(mistakes(in: text) == ["5:1: unknown key \"epoch\""])
  }

  @Test func otherNameOfAKeyIsNotMissingToo() {
    let text = spec().replacing("learning_rate", with: "lr")
    #expect(mistakes(in: text) == ["4:1: unknown key \"lr\""])
  }

  @Test func problemsAreShownUpToTen() throws {
    let values = (3...27).map { "[\($0), 1]" }.joined(separator: ", ")
    let found = mistakes(in: spec("sweep: {parameters: {layers: [\(values)]}}"))
    #expect(found.count == 11)
    #expect(found.count { $0.hasSuffix("and 15 more mistakes of layers") } == 1)
  }

  @Test func listIsReadUpToTenMistakes() {
    let rows = Array(repeating: "[x]", count: 50).joined(separator: ", ")
    let text = spec("dataset: {inputs: [\(rows)], targets: [0]}")
    #expect(mistakes(in: text).count == 10)
  }

  @Test func rangeOfAnAxisIsOneSite() {
    let text = spec("sweep: {parameters: {dataset.bits: {linear: [1, 5], count: 5}}}")
    #expect(mistakes(in: text) == ["6:22: xor has no setting \"bits\" that could be swept"])
  }

  @Test func factsAreAskedOncePerDataset() throws {
    var asked: [DatasetSource] = []
    let text = spec("sweep: {parameters: {dataset: [and, or], learning_rate: [1, 2]}, seeds: 3}")
    _ = try ReadSpec(SourceText(name: "spec.yaml", text: text), stem: "test") {
      (source) throws(DataProblem) in
      asked.append(source)
      return try facts(of: source)
    }
    #expect(asked.count == 2)
  }

  @Test func minusZeroIsZero() throws {
    let text = spec("dataset: {inputs: [[-0.0, -0]], targets: [-0e5]}")
    let source = try read(text).plan.runs[0].configuration.dataset
    guard case .inline(let inputs, let targets) = source else {
      Issue.record("the rows are not inline")
      return
    }
    #expect((inputs + targets).joined().allSatisfy { $0 == 0 && $0.sign == .plus })
  }

  @Test(arguments: [
    "{name: sgd}", "{name: sgd, momentum: 0}", "{momentum: -0.0, nesterov: false, name: sgd}",
  ])
  func valueIsExcludedInAnySpelling(value: String) throws {
    let text = spec(
      "sweep: {parameters: {optimizer: [sgd, {name: sgd, momentum: 0.5}]}, "
        + "exclude: [{optimizer: \(value)}]}")
    let runs = try read(text).plan.runs
    #expect(runs.map { $0.configuration.optimizer.number("momentum") } == [0.5])
  }

  @Test func nothingIsPlannedWithoutTheData() {
    let text = spec("dataset: nothing", "metrics: [rmse]")
    #expect(mistakes(in: text).count == 1)
  }

  @Test func problemsOfUnreadKeysAreNotGuessedAt() {
    #expect(mistakes(in: spec("task: binry", "metrics: [rmse]")).count == 1)
    #expect(mistakes(in: spec("activation: thn", "layers: [3, 4, 1]")).count == 2)
    #expect(mistakes(in: spec("optimizer: {name: sgd, momentum: x, nesterov: true}")).count == 1)
    let excluded = spec("sweep: {parameters: {layers: [[3, 1], [2, 1]]}, exclude: all}")
    #expect(mistakes(in: excluded).count == 1)
  }

  @Test func listOfOneIsOfferedWhereItWouldDo() throws {
    func notes(_ text: String) throws -> [String] {
      let error = try #require(throws: DiagnosticError.self) { try read(text) }
      return error.diagnostics.flatMap { $0.notes.map(\.message) }
    }
    #expect(try notes(spec("save: model")) == ["write [model]"])
    #expect(try notes(spec("layers: 4")) == [])
    #expect(try notes(spec("save: weights")) == [])
  }
}
