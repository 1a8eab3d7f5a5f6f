/// The data sets that need no file.
public enum BuiltInDataset: String, Word {
  /// Exclusive or of two bits.
  case xor
  /// Conjunction of two bits.
  case and
  /// Disjunction of two bits.
  case or
  /// Exclusive or of any number of bits.
  case parity

  /// What the words are called.
  public static let kind = "built-in dataset"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .xor: "two bits; 1 where they differ (4 rows)"
    case .and: "two bits; 1 where both are 1 (4 rows)"
    case .or: "two bits; 1 where either is 1 (4 rows)"
    case .parity: "some bits; 1 where an odd number of them is 1 (2^bits rows)"
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .xor, .and, .or: []
    case .parity: [Setting("bits", .integer(1...16), .value(.integer(3)), "how many bits")]
    }
  }
}
