public import Vocabulary

/// How the inputs of a run are shifted and scaled.
public enum InputNormalization: Hashable, Sendable {
  /// By the means and standard deviations of the training rows.
  case standard
  /// By the least and the greatest values of the training rows.
  case minmax
  /// By one number for all.
  case divide(Double)

  /// The normalization that a value of the field `normalize` stands for; nil if there is none.
  public init?(_ value: SpecValue) {
    if let divisor = value["divide"]?.asNumber {
      self = .divide(divisor)
      return
    }
    switch Choice<Normalization>(value)?.word {
    case .standard?: self = .standard
    case .minmax?: self = .minmax
    case Normalization.none?, nil: return nil
    }
  }

  /// The canonical form.
  public var specValue: SpecValue {
    switch self {
    case .standard: .text(Normalization.standard.name)
    case .minmax: .text(Normalization.minmax.name)
    case .divide(let divisor): .mapping([SpecValue.Member("divide", .number(divisor))])
    }
  }

  /// Whether its constants depend on the training rows.
  public var isFitted: Bool {
    switch self {
    case .standard, .minmax: true
    case .divide: false
    }
  }
}
