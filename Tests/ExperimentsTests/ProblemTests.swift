import Experiments
import Testing
import Vocabulary

/// Values that are right one by one and wrong together.
@Suite struct ProblemTests {
  private func problems(
    _ changes: [Field: SpecValue], _ facts: DataFacts = facts()
  ) -> [ConfigurationProblem] {
    do {
      _ = try RunConfiguration(resolving: settings(changes), facts: facts)
      return []
    } catch {
      return error.problems
    }
  }

  typealias Case = (
    changes: [Field: SpecValue], targets: [Double], kind: ConfigurationProblem.Kind, field: Field
  )

  static let cases: [Case] = [
    ([.layers: layers(3, 4, 1)], [0, 1], .network(.inputsDiffer(written: 3, data: 2)), .layers),
    (
      [.layers: layers(2, 4, 2)], [0.5, 1.5],
      .network(.outputsDiffer(written: 2, needed: 1, task: .regression)), .layers
    ),
    (
      [.layers: layers(2, 4, 2)], [0, 1, 2],
      .network(.outputsDiffer(written: 2, needed: 3, task: .multiclass)), .layers
    ),
    ([.task: .text("binary")], [0, 2], .objective(.targetsUnfit(.binary)), .task),
    ([.task: .text("multilabel")], [0, 2], .objective(.targetsUnfit(.multilabel)), .task),
    ([.task: .text("multiclass")], [0, -1], .objective(.targetsUnfit(.multiclass)), .task),
    (
      [.loss: .text("mse"), .outputActivation: .text("softmax")], [0, 1],
      .objective(.lossAndOutputUnfit(.mse, .softmax)), .loss
    ),
    ([.loss: .text("cross_entropy")], [0, 1], .objective(.lossNeedsClasses(.binary)), .loss),
    (
      [.outputActivation: .text("softmax")], [0, 1], .objective(.lossNeedsClasses(.binary)),
      .outputActivation
    ),
    ([.loss: .text("binary_cross_entropy")], [0, 1.5], .objective(.lossNeedsProbabilities), .loss),
    ([.metrics: .list([.text("mae")])], [0, 1], .objective(.metricUnfit(.mae, .binary)), .metrics),
    (
      [.metrics: .list([.text("accuracy")])], [0.5],
      .objective(.metricUnfit(.accuracy, .regression)),
      .metrics
    ),
    (
      [.save: .list([.text("model"), .text("model")])], [0, 1], .training(.repeated("model")), .save
    ),
    (
      [.optimizer: word("sgd", ["nesterov": .boolean(true)])], [0, 1],
      .training(.nesterovWithoutMomentum),
      .optimizer
    ),
    ([.learningRate: .number(1e39)], [0, 1], .training(.beyondFloat32(1e39)), .learningRate),
    ([.learningRate: .number(1e-200)], [0, 1], .training(.beyondFloat32(1e-200)), .learningRate),
    (
      [.optimizer: word("sgd", ["momentum": .number(1e-60)])], [0, 1],
      .training(.beyondFloat32(1e-60)),
      .optimizer
    ),
  ]

  @Test(arguments: cases)
  func isFound(_ example: Case) {
    let found = problems(example.changes, facts(example.targets))
    #expect(found.map(\.kind) == [example.kind])
    #expect(found.map(\.path.field) == [example.field])
  }

  @Test func doublePrecisionHoldsWhatSingleDoesNot() {
    let changes: [Field: SpecValue] = [.learningRate: .number(1e39), .precision: .text("float64")]
    #expect(problems(changes).isEmpty)
  }

  @Test func elementIsPointedAt() {
    let auto = SpecValue.list([.integer(3), .text("auto"), .integer(1)])
    let found = problems([.layers: auto])
    #expect(
      found.map(\.kind) == [
        .network(.autoForHiddenLayer), .network(.inputsDiffer(written: 3, data: 2)),
      ])
    #expect(found.map(\.element) == [1, 0])
  }

  @Test func activationIsNeededByHiddenLayers() {
    var settings = settings()
    settings[.activation] = nil
    #expect(throws: RunConfiguration.Problems.self) {
      try RunConfiguration(resolving: settings, facts: facts())
    }
    settings[.layers] = layers(2, 1)
    #expect(throws: Never.self) { try RunConfiguration(resolving: settings, facts: facts()) }
  }

  @Test func allAreFoundAtOnce() {
    let found = problems([
      .layers: layers(3, 4, 1), .metrics: .list([.text("mae")]),
      .save: .list([.text("model"), .text("model")]),
      .optimizer: word("sgd", ["nesterov": .boolean(true)]),
    ])
    #expect(found.count == 4)
  }

  @Test func nothingIsSaidOfWhatFollowsFromAWrongTask() {
    let found = problems(
      [
        .task: .text("multiclass"), .loss: .text("mse"), .outputActivation: .text("softmax"),
        .metrics: .list([.text("rmse")]), .layers: layers(2, 4, 7),
      ], facts([0.5, 1.5]))
    #expect(found.map(\.kind) == [.objective(.targetsUnfit(.multiclass))])
  }
}
