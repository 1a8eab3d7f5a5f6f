internal import Experiments
internal import SpecSyntax
internal import Vocabulary

/// Reads an axis written as a range: `{linear: [0, 0.9], count: 4}` or `{log: [1e-6, 1e-2], count: 5}`.
struct RangeReader {
  /// Reads the values, and holds what has been reported.
  var values: ShapeReader

  /// The keys of a range.
  static let settings =
    ValueRange.Scale.allCases.map { scale in
      Setting(
        scale.rawValue, .list(of: .number(.all), count: 2...2), .absent,
        "numbers with equal \(scale.step), from the first of two ends to the second")
    } + [
      Setting(
        "count", .integer(2...100_000), .required, "how many values a range has, with both ends")
    ]

  /// The names of those keys.
  static let keys = settings.map(\.name)

  /// The values of a range, both ends included, each rounded to 12 significant digits.
  ///
  /// - Returns: nil for a range that is not sound, which has then been reported.
  mutating func read(_ node: SyntaxNode, as shape: Shape, _ label: String) -> [SpecValue]? {
    guard shape.isNumeric else { return refuse(.rangeOfWords(label, at: node.site)) }
    guard
      let members = values.members(
        node.entries ?? [], of: Self.settings, label, owner: "a range of \(label)", at: node.site)
    else { return nil }
    let written = SpecValue.mapping(members)
    let scales = ValueRange.Scale.allCases.filter { written[$0.rawValue] != nil }
    guard scales.count == 1, let scale = scales.first,
      let ends = written[scale.rawValue]?.elements?.compactMap(\.asNumber),
      let count = written["count"]?.asInteger
    else { return refuse(.rangeWithoutScale(label, at: node.site)) }
    if scale == .log, ends.contains(where: { $0 <= 0 }) {
      return refuse(
        .logOfNonPositive("a log range of \(label)", at: node[scale.rawValue]?.site ?? node.site))
    }
    var read: [SpecValue] = []
    for number in ValueRange(scale, from: ends[0], to: ends[1], count: count).values {
      guard let value = shape.value(of: WrittenNumber(number)) else {
        return refuse(.unfit(label, shape, number, at: node.site))
      }
      read.append(value)
    }
    return read
  }

  /// Reports, and gives the nil that goes with it.
  private mutating func refuse(_ diagnostic: Diagnostic) -> [SpecValue]? {
    values.log.insert(diagnostic)
    return nil
  }
}

extension ValueRange.Scale {
  /// What is the same between all neighbours.
  fileprivate var step: String {
    switch self {
    case .linear: "differences"
    case .log: "ratios"
    }
  }
}
