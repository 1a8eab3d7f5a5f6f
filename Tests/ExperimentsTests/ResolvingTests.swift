import Experiments
import Testing
import Vocabulary

/// What defaults and `auto` come to.
@Suite struct ResolvingTests {
  private func resolve(
    _ changes: [Field: SpecValue] = [:], _ facts: DataFacts = facts()
  ) throws -> RunConfiguration {
    try RunConfiguration(resolving: settings(changes), facts: facts)
  }

  @Test func fiveKeysAreEnough() throws {
    let run = try resolve()
    #expect(run.seed == 0)
    #expect(run.dataset == .builtIn(Choice(.xor)))
    #expect(run.task == .binary)
    #expect(run.layers == [2, 4, 1])
    #expect(run.activation == Choice(.tanh))
    #expect(run.outputActivation == Choice(.elementwise(.sigmoid)))
    #expect(run.initialization == .drawn([.glorotUniform, .glorotUniform]))
    #expect(run.biasInitialization == .word(.zeros))
    #expect(run.loss == Choice(.binaryCrossEntropy))
    #expect(run.optimizer == Choice(.sgd))
    #expect(run.learningRate == 0.5)
    #expect(run.epochs == 100)
    #expect(run.batchSize == .full)
    #expect(!run.shuffle)
    #expect(run.precision == .float32)
    #expect(run.metrics == [.accuracy])
    #expect(run.logEvery == 1)
    #expect(run.save == [.model])
    #expect(run.parameterCount == 17)
    #expect(run.scores.map(\.name) == ["train_loss", "train_accuracy"])
  }

  typealias Objective = (
    task: Task, loss: String?, output: String?, resolved: (Loss, OutputActivation)
  )

  static let objectives: [Objective] = [
    (.regression, nil, nil, (.mse, .elementwise(.linear))),
    (.binary, nil, nil, (.binaryCrossEntropy, .elementwise(.sigmoid))),
    (.multilabel, nil, nil, (.binaryCrossEntropy, .elementwise(.sigmoid))),
    (.multiclass, nil, nil, (.crossEntropy, .softmax)),
    (.regression, "mae", nil, (.mae, .elementwise(.linear))),
    (.binary, "sse", nil, (.sse, .elementwise(.sigmoid))),
    (.multiclass, "mse", nil, (.mse, .elementwise(.sigmoid))),
    (.multiclass, "binary_cross_entropy", nil, (.binaryCrossEntropy, .elementwise(.sigmoid))),
    (.multiclass, "cross_entropy", nil, (.crossEntropy, .softmax)),
    (.binary, nil, "sigmoid", (.binaryCrossEntropy, .elementwise(.sigmoid))),
    (.binary, nil, "tanh", (.mse, .elementwise(.tanh))),
    (.regression, nil, "sigmoid", (.mse, .elementwise(.sigmoid))),
    (.multiclass, nil, "softmax", (.crossEntropy, .softmax)),
    (.multiclass, nil, "sigmoid", (.mse, .elementwise(.sigmoid))),
    (.binary, "mse", "linear", (.mse, .elementwise(.linear))),
  ]

  @Test(arguments: objectives)
  func lossAndOutput(_ example: Objective) throws {
    var changes: [Field: SpecValue] = [
      .task: .text(example.task.name), .layers: .list([.text("auto"), .integer(4), .text("auto")]),
    ]
    changes[.loss] = example.loss.map(SpecValue.text)
    changes[.outputActivation] = example.output.map(SpecValue.text)
    let run = try resolve(changes)
    #expect(run.loss == Choice(example.resolved.0))
    #expect(run.outputActivation == Choice(example.resolved.1))
  }

  @Test(arguments: Activation.allCases)
  func initializationSuitsTheActivation(activation: Activation) throws {
    let relatives: [Activation] = [.relu, .leakyRelu, .elu, .gelu, .silu]
    let expected: Initialization =
      relatives.contains(activation)
      ? .heUniform : activation == .selu ? .lecunNormal : .glorotUniform
    let run = try resolve([.activation: .text(activation.name)])
    #expect(run.initialization == .drawn([expected, expected]))
    #expect(run.value(of: .initialization) == .text(expected.name))
    let written = try resolve([
      .activation: .text(activation.name), .initialization: .text("zeros"),
    ])
    #expect(written.initialization == .drawn([.zeros, .zeros]))
  }

  @Test(
    arguments: [
      (nil, 4, RunConfiguration.BatchSize.full), (nil, 32, .full), (nil, 33, .rows(32)),
      (.integer(4), 4, .full), (.integer(4), 5, .rows(4)), (.integer(1), 2, .rows(1)),
      (.integer(Int.max), 5, .full), (.text("full"), 1000, .full),
    ] as [(SpecValue?, Int, RunConfiguration.BatchSize)])
  func batchSize(written: SpecValue?, rows: Int, size: RunConfiguration.BatchSize) throws {
    let targets = (0..<rows).map { Double($0 % 2) }
    let run = try resolve(written.map { [.batchSize: $0] } ?? [:], facts(targets))
    #expect(run.batchSize == size)
    #expect(run.shuffle == (size != .full))
  }

  @Test(
    arguments: [
      (0, nil, 1), (1, nil, 1), (1000, nil, 1), (1001, nil, 2), (2000, nil, 2), (2001, nil, 3),
      (1_000_000_000, nil, 1_000_000), (5000, 7, 7),
    ] as [(Int, Int?, Int)])
  func logEvery(epochs: Int, written: Int?, every: Int) throws {
    let changes: [Field: SpecValue] = [
      .epochs: .integer(epochs), .logEvery: written.map(SpecValue.integer) ?? .text("auto"),
    ]
    let run = try resolve(changes)
    #expect(run.logEvery == every)
    #expect(run.isLogged(epoch: 0) && run.isLogged(epoch: epochs))
    #expect(run.isLogged(epoch: every))
    #expect(every == 1 || !run.isLogged(epoch: every - 1))
  }

  @Test func layersComeFromTheData() throws {
    let auto = SpecValue.list([.text("auto"), .integer(3), .text("auto")])
    #expect(try resolve([.layers: auto], facts(inputs: 7)).layers == [7, 3, 1])
    let columns = facts([1, 0, 0, 0, 1, 0], columns: 3)
    #expect(try resolve([.layers: auto], columns).layers == [2, 3, 3])
    let classes = try resolve([.layers: auto, .task: .text("multiclass")], facts([0, 4]))
    #expect(classes.layers == [2, 3, 5])
  }

  @Test func moreOutputsThanClassesAreAllowed() throws {
    #expect(try resolve([.layers: layers(2, 4, 9)], facts([0, 1, 2])).layers.last == 9)
  }

  @Test func activationOfNoHiddenLayerIsNone() throws {
    #expect(try resolve([.layers: layers(2, 1)]).activation == nil)
  }

  @Test func metricsFollowTheTask() throws {
    #expect(try resolve([:], facts([0.5, 1.5])).metrics == [.rmse])
    #expect(try resolve([.metrics: .list([])]).metrics == [])
    let both = SpecValue.list([.text("rmse"), .text("mae")])
    #expect(try resolve([.metrics: both], facts([0.5, 1.5])).metrics == [.rmse, .mae])
  }

  @Test func biasIsAWordOrANumber() throws {
    #expect(try resolve([.biasInitialization: .number(0.1)]).biasInitialization == .number(0.1))
    #expect(try resolve([.biasInitialization: .number(0)]).biasInitialization == .word(.zeros))
    let word = try resolve([.biasInitialization: .text("uniform")])
    #expect(word.biasInitialization == .word(.uniform))
  }

  @Test func savedFilesComeInOneOrder() throws {
    let files = SpecValue.list([.text("initial"), .text("model")])
    #expect(try resolve([.save: files]).save == [.model, .initial])
  }
}
