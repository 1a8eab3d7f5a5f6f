import Testing
import Vocabulary

/// The settings of optimizers, with PyTorch's defaults, and what they remember.
@Suite struct OptimizerTests {
  @Test(
    arguments: [
      (.sgd, "sgd"), (.adagrad, "{name: adagrad, epsilon: 1e-10}"),
      (.rmsprop, "{name: rmsprop, alpha: 0.99, epsilon: 1e-8}"),
      (.adam, "{name: adam, beta1: 0.9, beta2: 0.999, epsilon: 1e-8}"),
      (.adamw, "{name: adamw, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0.01}"),
      (.nadam, "{name: nadam, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, momentum_decay: 0.004}"),
    ] as [(Optimizer, String)])
  func canonicalFormHasWhatCounts(word: Optimizer, text: String) {
    #expect(Choice(word).specValue.text == text)
  }

  @Test(
    arguments: [
      (.sgd, 0, 1), (.adagrad, 1, nil), (.rmsprop, 1, 2), (.adam, 2, nil), (.adamw, 2, nil),
      (.nadam, 2, nil),
    ] as [(Optimizer, Int, Int?)])
  func slotsAreCounted(word: Optimizer, plain: Int, withMomentum: Int?) {
    #expect(word.slotCount(hasMomentum: false) == plain)
    guard let withMomentum else { return }
    #expect(word.slotCount(hasMomentum: true) == withMomentum)
  }
}
