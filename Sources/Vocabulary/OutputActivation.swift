/// What may follow the last layer: any activation, or softmax over the outputs.
public enum OutputActivation: Keyword {
  /// An activation, output by output.
  case elementwise(Activation)
  /// Exponentials over their sum, so that the outputs of a row add up to 1.
  case softmax

  /// What the words are called.
  public static let kind = "output activation"

  /// Every activation, then softmax.
  public static let allCases: [OutputActivation] =
    Activation.allCases.map(OutputActivation.elementwise) + [.softmax]

  /// The word as a spec writes it.
  public var name: String {
    switch self {
    case .elementwise(let activation): activation.name
    case .softmax: "softmax"
    }
  }

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .elementwise(let activation): activation.summary
    case .softmax: "e^x over the sum of e^x of all outputs; with cross_entropy only"
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .elementwise(let activation): activation.settings
    case .softmax: []
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .elementwise(let activation): activation.otherNames
    case .softmax: []
    }
  }
}
