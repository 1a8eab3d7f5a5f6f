import Testing
import Text

/// "Did you mean".
@Suite struct NearestTests {
  private static let words = [
    "learning_rate", "layers", "epochs", "l1", "l2", "sgd", "adam", "adamw", "nadam", "relu", "elu",
    "selu", "gelu", "tanh", "mse", "mae", "xor", "or", "and", "batch_size", "",
  ]

  @Test(arguments: [
    ("lerning_rate", "learning_rate"), ("learnig_rat", "learning_rate"),
    ("learning-rate", "learning_rate"), ("LearningRate", "learning_rate"), ("Layers", "layers"),
    ("layer", "layers"), ("epoch", "epochs"), ("ecophs", "epochs"), ("sdg", "sgd"), ("SGD", "sgd"),
    ("adm", "adam"), ("adamx", "adam"), ("rellu", "relu"), ("L2", "l2"),
    ("batchsize", "batch_size"), ("mape", "mae"), ("tahn", "tanh"), ("xr", "xor"),
  ])
  func found(word: String, expected: String) {
    #expect(nearest(to: word, among: Self.words) == expected)
  }

  @Test(arguments: [
    "", "x", "zz", "q1x", "momentum", "1", "rate", "entropy", "batch", "l3", "mle", "tanx",
  ])
  func notFound(word: String) {
    #expect(nearest(to: word, among: Self.words) == nil)
  }

  @Test func longWordsAreNotCompared() {
    #expect(nearest(to: String(repeating: "epochs", count: 100_000), among: Self.words) == nil)
  }

  @Test func tiesGoToTheFirst() {
    #expect(nearest(to: "ab", among: ["abx", "aby"]) == "abx")
    #expect(nearest(to: "ab", among: ["aby", "abx"]) == "aby")
    #expect(nearest(to: "A-b", among: ["a_c", "a_b"]) == "a_b")
  }
}
