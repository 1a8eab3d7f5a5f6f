/// The data sets that need no file.
public enum BuiltInDataset: String, Keyword {
  /// Exclusive or of two bits.
  case xor
  /// Conjunction of two bits.
  case and
  /// Disjunction of two bits.
  case or
  /// Exclusive or of any number of bits.
  case parity
  /// Two spirals, wound into each other.
  case twoSpirals = "two_spirals"
  /// Two half circles, each with an end inside the other.
  case moons
  /// A circle inside another.
  case circles
  /// Heaps of points around some centers.
  case blobs
  /// One wave of the sine.
  case sine
  /// Friedman's first function.
  case friedman1

  /// What the words are called.
  public static let kind = "built-in dataset"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .xor: "two bits; 1 where they differ (4 rows)"
    case .and: "two bits; 1 where both are 1 (4 rows)"
    case .or: "two bits; 1 where either is 1 (4 rows)"
    case .parity: "some bits; 1 where an odd number of them is 1 (2^bits rows)"
    case .twoSpirals:
      "points on two spirals from the radius 6.5 in to 0.5; which of them (Lang and Witbrock 1988: "
        + "rows 194, turns 3)"
    case .moons: "points on two interleaved half circles; which of them (as scikit-learn's)"
    case .circles: "points on a circle of radius 1 and one inside it; 1 inside (as scikit-learn's)"
    case .blobs: "normal points around centers in −10 … 10; which center (as scikit-learn's)"
    case .sine: "x evenly from −π to π; sin x"
    case .friedman1:
      "inputs in 0 … 1; 10 sin(π x₀ x₁) + 20 (x₂ − ½)² + 10 x₃ + 5 x₄ (Friedman 1991, as "
        + "scikit-learn's)"
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .xor, .and, .or: []
    case .parity: [Setting("bits", .integer(1...16), .value(.integer(3)), "how many bits")]
    case .twoSpirals:
      [
        Self.rows(200), Self.noise(0),
        Setting(
          "turns", .number(Interval(.excluded(0), .included(1_000_000))), .value(.number(1.5)),
          "how often each spiral goes around"),
        Self.seed,
      ]
    case .moons: [Self.rows(200), Self.noise(0.1), Self.seed]
    case .circles:
      [
        Self.rows(200), Self.noise(0.1),
        Setting(
          "factor", .number(Interval(.included(0), .excluded(1))), .value(.number(0.5)),
          "the radius of the inner circle"), Self.seed,
      ]
    case .blobs:
      [
        Self.rows(300),
        Setting("centers", .integer(2...1_000), .value(.integer(3)), "how many centers"),
        Setting(
          "spread", .number(Self.deviation), .value(.number(1)),
          "the standard deviation around a center"),
        Setting("features", .integer(1...1_000), .value(.integer(2)), "how many inputs"),
        Self.seed,
      ]
    case .sine: [Self.rows(200), Self.noise(0.1), Self.seed]
    case .friedman1:
      [
        Self.rows(500), Self.noise(1),
        Setting(
          "features", .integer(5...1_000), .value(.integer(10)),
          "how many inputs; those after the fifth say nothing"), Self.seed,
      ]
    }
  }

  /// Standard deviations that leave all numbers finite.
  private static let deviation = Interval(.included(0), .included(1_000_000))

  /// How many rows are made.
  private static func rows(_ standard: Int) -> Setting {
    Setting("rows", .integer(2...1_000_000), .value(.integer(standard)), "how many rows")
  }

  /// How much chance there is in the rows.
  private static func noise(_ standard: Double) -> Setting {
    Setting(
      "noise", .number(deviation), .value(.number(standard)),
      "the standard deviation of what chance adds")
  }

  /// What keys the chance.
  private static let seed = Setting(
    "seed", .integer(0...Int.max), .value(.integer(0)),
    "the number that keys what is drawn; never the run's `seed`")
}
