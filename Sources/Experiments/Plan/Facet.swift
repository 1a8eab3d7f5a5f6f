internal import Vocabulary

/// A part of configurations that no other part has a say in, so that a sweep works it out once for
/// each of its own values, rather than once for each combination with all others.
enum Facet: CaseIterable, Sendable {
  /// Everything but the other facets.
  case whole
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

  /// The fields whose canonical values the facet decides; empty for all that no other does.
  var fields: [Field] {
    switch self {
    case .whole: []
    case .learningRate: [.learningRate]
    case .course: [.epochs, .stopAt, .logEvery]
    case .optimizer: [.optimizer]
    case .l1: [.l1]
    case .l2: [.l2]
    case .clipNorm: [.clipNorm]
    }
  }

  /// Whether the facet can be worked out by itself in an experiment.
  ///
  /// A schedule counts in epochs and begins from the learning rate, and a precision has bounds for
  /// numbers, so that they belong together where either is more than its standard word. Nor can it
  /// where one of its fields moves together with a field of another facet: what the facet comes to
  /// would be decided half here and half there.
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
    case .whole: true
    case .learningRate: isUndivided && isRateConstant && isFixed(.precision)
    case .course: isUndivided && isRateConstant
    case .optimizer, .l1, .l2, .clipNorm: isUndivided && isFixed(.precision)
    }
  }
}

extension RunConfiguration {
  /// The configuration with another number for a facet that is just a number, so that thousands of
  /// them need not be resolved one by one.
  ///
  /// - Returns: nil where the facet is more, or the number may be too small or too large for the
  ///   precision.
  func with(_ value: SpecValue, for facet: Facet) -> RunConfiguration? {
    guard let number = value.asNumber, number == 0 || Float(number).isNormal else { return nil }
    var configuration = self
    switch facet {
    case .whole, .course, .optimizer: return nil
    case .learningRate: configuration.learningRate = number
    case .l1: configuration.l1 = number
    case .l2: configuration.l2 = number
    case .clipNorm: configuration.clipNorm = number
    }
    return configuration
  }

  /// Takes a facet over from a configuration that may differ in others.
  mutating func take(_ facet: Facet, from other: RunConfiguration) {
    switch facet {
    case .whole: self = other
    case .learningRate: learningRate = other.learningRate
    case .course: (epochs, stopAt, logEvery) = (other.epochs, other.stopAt, other.logEvery)
    case .optimizer: optimizer = other.optimizer
    case .l1: l1 = other.l1
    case .l2: l2 = other.l2
    case .clipNorm: clipNorm = other.clipNorm
    }
  }
}
