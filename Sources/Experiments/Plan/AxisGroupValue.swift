internal import Vocabulary

/// What the fields of an axis group have in a configuration, resolved.
enum AxisGroupValue: Sendable {
  /// The size of a step.
  case learningRate(Double)
  /// How long training goes on, and how often it is looked at.
  case course(epochs: Int, stopAt: Int, logEvery: Int)
  /// How gradients change weights.
  case optimizer(Choice<Optimizer>)
  /// The penalty on the weights' sizes.
  case l1(Double)
  /// The penalty on their squares.
  case l2(Double)
  /// The bound of gradients.
  case clipNorm(Double?)

  /// What a group has in a configuration.
  init(of group: AxisGroup, in configuration: RunConfiguration) {
    self =
      switch group {
      case .learningRate: .learningRate(configuration.learningRate)
      case .course:
        .course(
          epochs: configuration.epochs, stopAt: configuration.stopAt,
          logEvery: configuration.logEvery)
      case .optimizer: .optimizer(configuration.optimizer)
      case .l1: .l1(configuration.l1)
      case .l2: .l2(configuration.l2)
      case .clipNorm: .clipNorm(configuration.clipNorm)
      }
  }

  /// What the only axis of a group makes of it where the group is just a number, so that thousands of
  /// numbers need not be resolved one by one.
  ///
  /// - Returns: nil where the group is more, or the number may be too small or too large for the
  ///   precision.
  init?(of group: AxisGroup, plainly value: SpecValue) {
    guard let number = value.asNumber, number == 0 || Float(number).isNormal else { return nil }
    switch group {
    case .course, .optimizer: return nil
    case .learningRate: self = .learningRate(number)
    case .l1: self = .l1(number)
    case .l2: self = .l2(number)
    case .clipNorm: self = .clipNorm(number)
    }
  }

  /// Gives it to a configuration.
  func set(in configuration: inout RunConfiguration) {
    switch self {
    case .learningRate(let rate): configuration.learningRate = rate
    case .course(let epochs, let stopAt, let logEvery):
      (configuration.epochs, configuration.stopAt) = (epochs, stopAt)
      configuration.logEvery = logEvery
    case .optimizer(let optimizer): configuration.optimizer = optimizer
    case .l1(let factor): configuration.l1 = factor
    case .l2(let factor): configuration.l2 = factor
    case .clipNorm(let norm): configuration.clipNorm = norm
    }
  }

  /// What values have in common that lead to the same formula of a step: of numbers only whether they
  /// are 0.
  var formula: SpecValue {
    switch self {
    case .learningRate, .course: .boolean(true)
    case .optimizer(let optimizer): optimizer.specValue.withoutSizes
    case .l1(let factor), .l2(let factor): .boolean(factor != 0)
    case .clipNorm(let norm): .boolean(norm != nil)
    }
  }
}

extension SpecValue {
  /// The value, of whose numbers only is told whether they are 0.
  fileprivate var withoutSizes: SpecValue {
    switch self {
    case .integer(let integer): .boolean(integer != 0)
    case .number(let number): .boolean(number != 0)
    case .boolean, .text: self
    case .list(let elements): .list(elements.map(\.withoutSizes))
    case .mapping(let members):
      .mapping(members.map { SpecValue.Member($0.key, $0.value.withoutSizes) })
    }
  }
}
