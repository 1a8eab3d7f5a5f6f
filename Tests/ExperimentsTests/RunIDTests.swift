import Experiments
import Testing
import Vocabulary

/// The names of runs.
@Suite struct RunIDTests {
  private func configuration(_ changes: [Field: SpecValue] = [:]) throws -> RunConfiguration {
    try RunConfiguration(resolving: settings(changes), facts: facts())
  }

  /// Every line of a canonical spec is pinned, as ids hang on its bytes.
  @Test func canonicalSpecIsPinned() throws {
    let text = try configuration([.optimizer: word("sgd", ["momentum": .number(0.9)])])
      .canonicalSpec
    #expect(
      text == """
        seed: 0
        dataset: xor
        task: binary
        layers: [2, 4, 1]
        activation: tanh
        output_activation: sigmoid
        init: glorot_uniform
        bias_init: zeros
        loss: binary_cross_entropy
        optimizer: {name: sgd, momentum: 0.9}
        learning_rate: 0.5
        epochs: 100
        batch_size: full
        precision: float32
        metrics: [accuracy]
        log_every: 1
        save: [model]

        """)
  }

  static let inline = SpecValue.mapping([
    SpecValue.Member("inputs", .list([.list([.number(0), .number(1e-7)])])),
    SpecValue.Member("targets", .list([.number(1)])),
  ])

  /// These change only with the numerics version, or where a release note says so.
  @Test(
    arguments: [
      ([:], "lwloxyumnuqpmnys"),
      ([.seed: .integer(1)], "xkmtzzwrxnrrylrr"),
      ([.learningRate: .number(1e-7), .layers: layers(2, 1)], "zmlkplylopynyuyp"),
      ([.activation: .text("leaky_relu"), .save: .list([])], "xwlppkzywxwwqutw"),
      ([.dataset: inline], "tumxnxqvytsnvomv"),
    ] as [([Field: SpecValue], String)])
  func idIsPinned(changes: [Field: SpecValue], id: String) throws {
    #expect(RunID(canonicalSpec: try configuration(changes).canonicalSpec).description == id)
  }

  @Test(arguments: [(100, 100, 101), (100, 100, 1_000_000), (0, 1, 7)])
  func equalCurvesHaveOneID(epochs: Int, first: Int, second: Int) throws {
    let specs = try [first, second].map { every in
      try configuration([.epochs: .integer(epochs), .logEvery: .integer(every)]).canonicalSpec
    }
    #expect(specs[0] == specs[1])
  }

  @Test func idHasSixteenLettersFromKToZ() {
    for number in 0..<200 {
      let id = RunID(canonicalSpec: "\(number)").description
      #expect(id.utf8.count == 16)
      #expect(id.allSatisfy { ("k"..."z").contains($0) })
      #expect(RunID(id)?.description == id)
    }
  }

  @Test(arguments: [
    "", "kkkkkkkkkkkkkkk", "kkkkkkkkkkkkkkkkk", "kkkkkkkkkkkkkkkj", "KKKKKKKKKKKKKKKK",
    "0123456789abcdef", "kkkkkkkkkkkkkkkä",
  ])
  func otherTextsAreNoIDs(text: String) { #expect(RunID(text) == nil) }

  @Test func fieldsOfTheBatchAreNotInIt() throws {
    let configuration = try configuration()
    for field in Field.allCases where field.declaration.role == .batch {
      #expect(configuration.value(of: field) == nil)
    }
    #expect(!configuration.canonicalSpec.contains("name"))
  }

  @Test func shuffleIsThereOnlyWhereItCounts() throws {
    #expect(try configuration([.shuffle: .boolean(false)]).value(of: .shuffle) == nil)
    let batches = try configuration([.shuffle: .boolean(false), .batchSize: .integer(2)])
    #expect(batches.value(of: .shuffle) == .boolean(false))
  }
}
