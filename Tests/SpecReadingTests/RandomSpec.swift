import TestSupport
import Vocabulary

/// Specs that are sound and otherwise by chance, the same for the same seed.
struct RandomSpec: RandomNumberGenerator {
  private var numbers: SplitMix

  init(seed: UInt64) { numbers = SplitMix(state: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  /// One spec of one run.
  mutating func text() -> String {
    let (dataset, inputs, outputs) = dataset()
    let hidden = (0..<integer(0...3)).map { _ in hiddenLayer() }
    let sizes = ["auto", "\(inputs)"].randomElement(using: &self).map { [$0] } ?? []
    var lines = [
      "dataset: \(dataset)",
      "layers: [\((sizes + hidden + ["\(outputs)"]).joined(separator: ", "))]",
      "activation: \(word(Activation.self))",
      "learning_rate: \(single())",
      "epochs: \(integer(0...100_000))",
    ]
    let others = [
      "seed: \(integer(0...Int.max))", "init: \(word(Initialization.self))",
      "bias_init: \(number(above: -1))", "precision: \(word(Precision.self))",
      "optimizer: {name: sgd, momentum: \(share()), nesterov: true}", "schedule: \(schedule())",
      "dropout: \(share())", "l1: \(single())", "l2: \(single())",
      "clip_norm: \(single())", "stop_at: 0",
      "early_stopping: {monitor: train_loss, patience: \(integer(1...9))}",
      "batch_size: \(integer(1...8))", "shuffle: \(Bool.random(using: &self))",
      "log_every: \(integer(1...1000))", "save: [initial]", "metrics: []",
      "loss: sse\noutput_activation: \(word(Activation.self))", "description: \"a: b\"",
    ]
    lines += others.filter { _ in Bool.random(using: &self) }
    return lines.shuffled(using: &self).joined(separator: "\n")
  }

  private mutating func hiddenLayer() -> String {
    let members = [
      "activation: \(word(Activation.self))", "dropout: \(share())", "norm: layer",
    ].filter { _ in Bool.random(using: &self) }
    let units = integer(2...64)
    return members.isEmpty
      ? "\(units)" : "{\((["units: \(units)"] + members).joined(separator: ", "))}"
  }

  private mutating func schedule() -> String {
    [
      "{name: step, every: \(integer(1...9))}", "{name: exponential, decay: \(share())}", "cosine",
      "one_cycle", "{name: one_cycle, peak: \(share())}",
      "{name: reduce_on_plateau, monitor: train_loss}",
    ].randomElement(using: &self) ?? ""
  }

  /// A number between 0 and 1.
  private mutating func share() -> Double { Double(integer(1...99)) / 100 }

  private mutating func dataset() -> (text: String, inputs: Int, outputs: Int) {
    if Bool.random(using: &self) {
      let bits = integer(1...6)
      return ("{name: parity, bits: \(bits)}", bits, 1)
    }
    let (rows, inputs, outputs) = (integer(1...9), integer(1...4), integer(1...3))
    func table(_ width: Int) -> String {
      let rows = (0..<rows).map { _ in
        "[" + (0..<width).map { _ in number(above: -1) }.joined(separator: ", ") + "]"
      }
      return "[" + rows.joined(separator: ", ") + "]"
    }
    return ("{inputs: \(table(inputs)), targets: \(table(outputs))}", inputs, outputs)
  }

  private mutating func integer(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// A number in one of its spellings.
  private mutating func number(
    above bound: Double, powers: [Int] = [0, -300, -7, 3, 300]
  ) -> String {
    let number = bound + Double.random(in: 0.001...2, using: &self)
    let power = powers.randomElement(using: &self) ?? 0
    return power == 0 ? "\(number)" : "\(number)e\(power)"
  }

  /// A number above 0 that `float32` has too.
  private mutating func single() -> String { number(above: 0, powers: [0, -30, -7, 3, 30]) }

  private mutating func word<Kind: Keyword>(_ kind: Kind.Type) -> String {
    kind.allCases.map(\.name).randomElement(using: &self) ?? ""
  }
}
