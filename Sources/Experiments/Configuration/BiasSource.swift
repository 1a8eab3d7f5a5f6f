public import Vocabulary

/// What initial biases are: drawn by a word, or one number for all.
public enum BiasSource: Hashable, Sendable {
  /// As the word says.
  case word(BiasInitialization)
  /// This number.
  case number(Double)

  /// What a value of the field `bias_init` stands for; the number 0 is `zeros`.
  ///
  /// - Returns: nil if the value is not of the field's shape.
  public init?(_ value: SpecValue) {
    if let choice = Choice<BiasInitialization>(value) {
      self = .word(choice.word)
    } else if let number = value.asNumber {
      self = number == 0 ? .word(.zeros) : .number(number)
    } else {
      return nil
    }
  }

  /// The canonical form.
  public var specValue: SpecValue {
    switch self {
    case .word(let word): .text(word.name)
    case .number(let number): .number(number)
    }
  }
}
