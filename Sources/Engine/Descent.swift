internal import Vocabulary

/// An optimizer's settings as plain numbers, and what it has to remember.
struct Descent: Hashable, Sendable {
  /// The formula.
  let optimizer: Optimizer
  /// `sgd`: how much of the last velocity is kept.
  let momentum: Double
  /// `sgd`: whether to look ahead.
  let isNesterov: Bool
  /// How many numbers are remembered for each parameter.
  let slotCount: Int

  /// Reads the settings.
  init(_ choice: Choice<Optimizer>) {
    optimizer = choice.word
    switch choice.word {
    case .sgd:
      momentum = choice.number("momentum")
      isNesterov = choice.isOn("nesterov")
      slotCount = momentum == 0 ? 0 : 1
    }
  }
}
