import Engine
import Vocabulary

/// A way to descend: an optimizer with its settings, penalties and clipping.
struct Formula: Sendable, CustomStringConvertible {
  let optimizer: Choice<Optimizer>
  let l1: Double
  let l2: Double
  let clipNorm: Double?

  /// Every optimizer, with and without what changes its formula.
  static let optimizers: [Choice<Optimizer>] = Optimizer.allCases.flatMap { word in
    let plain = Choice(word)
    switch word {
    case .sgd:
      let momentum = plain.setting("momentum", to: .number(0.5))
      let nesterov = momentum.setting("nesterov", to: .boolean(true))
      return [plain, momentum, nesterov].flatMap { [$0, decaying($0)] }
    case .adagrad, .adamw, .nadam: return [plain]
    case .rmsprop: return [plain, plain.setting("momentum", to: .number(0.5))]
    case .adam: return [plain, decaying(plain)]
    }
  }

  /// All of them with every penalty, and with a limit that is reached.
  static let all: [Formula] = optimizers.flatMap { optimizer in
    [(0, 0), (0.01, 0), (0, 0.02), (0.01, 0.02)].flatMap { l1, l2 in
      [nil, 0.3].map { Formula(optimizer: optimizer, l1: l1, l2: l2, clipNorm: $0) }
    }
  }

  var updateRule: UpdateRule { UpdateRule(optimizer, l1: l1, l2: l2, clipNorm: clipNorm) }

  var description: String { "\(optimizer.specValue), l1 \(l1), l2 \(l2), clip \(clipNorm ?? 0)" }

  /// Rates at which something happens in few steps, and little breaks.
  var rate: Double { optimizer.word == .sgd ? 0.02 : 0.005 }

  /// The same formula with other numbers in it.
  func varied(_ random: inout Numbers) -> Formula {
    var varied = optimizer
    for setting in optimizer.word.settings {
      guard case .number = setting.shape else { continue }
      let number = optimizer.number(setting.name) * random.next(in: 0.5..<1)
      varied = varied.setting(setting.name, to: .number(number))
    }
    return Formula(
      optimizer: varied, l1: l1 * random.next(in: 0.5..<2), l2: l2 * random.next(in: 0.5..<2),
      clipNorm: clipNorm.map { $0 * random.next(in: 0.5..<2) })
  }

  private static func decaying(_ optimizer: Choice<Optimizer>) -> Choice<Optimizer> {
    optimizer.setting("weight_decay", to: .number(0.05))
  }
}
