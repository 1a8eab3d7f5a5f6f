internal import Vocabulary

/// Fields of configurations that no other field has a say in, so that a sweep works out what its axes
/// of them come to by themselves, rather than once for each combination with all others.
///
/// A thousand learning rates with a thousand momenta are two thousand configurations to resolve, not
/// a million.
enum AxisGroup: CaseIterable, Sendable {
  /// The size of a step.
  case learningRate
  /// How long training goes on, and how often it is looked at.
  case course
  /// How gradients change weights.
  case optimizer
  /// The penalty on the weights' sizes.
  case l1
  /// The penalty on their squares.
  case l2
  /// The bound of gradients.
  case clipNorm

  /// The fields.
  var fields: [Field] {
    switch self {
    case .learningRate: [.learningRate]
    case .course: [.epochs, .stopAt, .logEvery]
    case .optimizer: [.optimizer]
    case .l1: [.l1]
    case .l2: [.l2]
    case .clipNorm: [.clipNorm]
    }
  }

  /// The group that a field is of; nil for those that have a say in others.
  init?(of field: Field) {
    guard let group = Self.allCases.first(where: { $0.fields.contains(field) }) else { return nil }
    self = group
  }

  /// Whether the group can be worked out by itself in an experiment.
  ///
  /// A schedule counts in epochs and begins from the learning rate, and a precision has bounds for
  /// numbers, so that they belong together where either is more than its standard word. Nor can it
  /// where one of its fields moves together with another field: what the group comes to would be
  /// decided half here and half there.
  func standsAlone(in experiment: Experiment) -> Bool {
    func isFixed(_ field: Field) -> Bool {
      !experiment.sweep.axes.contains { $0.path.field == field }
    }
    let isUndivided = experiment.sweep.movements.allSatisfy { axes in
      let own = axes.count { fields.contains(experiment.sweep.axes[$0].path.field) }
      return own == 0 || own == axes.count
    }
    let isRateConstant =
      isFixed(.schedule)
      && experiment.settings.value(of: .schedule) == .text(Schedule.constant.name)
    return switch self {
    case .learningRate: isUndivided && isRateConstant && isFixed(.precision)
    case .course: isUndivided && isRateConstant
    case .optimizer, .l1, .l2, .clipNorm: isUndivided && isFixed(.precision)
    }
  }
}
