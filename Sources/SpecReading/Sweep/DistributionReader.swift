internal import Experiments
internal import SpecSyntax
internal import Vocabulary

/// Reads what an axis of a sweep with samples is drawn from: `{log_uniform: [1e-4, 1]}`.
struct DistributionReader {
  /// Reads the values, and holds what has been reported.
  var values: ShapeReader

  /// The kinds of distributions that have two ends.
  static let settings = [
    Setting(
      "uniform", .list(of: .number(.all), count: 2...2), .absent,
      "in a sweep with `samples`, any number between two ends"),
    Setting(
      "log_uniform", .list(of: .number(.all), count: 2...2), .absent,
      "in a sweep with `samples`, any number between two ends, its logarithm being uniform"),
    Setting(
      "int_uniform", .list(of: .integer(-1 << 53...1 << 53), count: 2...2), .absent,
      "in a sweep with `samples`, any whole number from one end to the other"),
  ]

  /// The name of the kind that is a list.
  static let choice = "choice"

  /// The names of all kinds of distributions.
  static let keys = settings.map(\.name) + [choice]

  /// The distribution that values of a key are drawn from.
  ///
  /// - Returns: nil for a distribution that is not sound, which has then been reported.
  mutating func read(_ node: SyntaxNode, as shape: Shape, _ label: String) -> Distribution? {
    guard shape.isNumeric else { return refuse(.rangeOfWords(label, at: node.site)) }
    let entries = node.entries ?? []
    guard
      let members = values.members(
        entries.filter { $0.key != Self.choice }, of: Self.settings, label,
        owner: "a distribution of \(label)", at: node.site)
    else { return nil }
    guard let member = members.first, entries.count == 1, members.count == 1 else {
      return refuse(.noOneDistribution(label, at: node.site))
    }
    return distribution(member, shape, label, at: entries[0].value.site)
  }

  /// The distribution of a kind with its ends, which must be in order and values of the key.
  private mutating func distribution(
    _ member: SpecValue.Member, _ shape: Shape, _ label: String, at site: SourceSite
  ) -> Distribution? {
    let elements = member.value.elements ?? []
    let ends = elements.compactMap { $0.asNumber ?? $0.asInteger.map(Double.init) }
    guard ends[0] < ends[1] else {
      return refuse(.endsNotAscending("\(member.key) of \(label)", at: site))
    }
    if member.key == "log_uniform", ends[0] <= 0 {
      return refuse(.logOfNonPositive("log_uniform of \(label)", at: site))
    }
    if member.key != "int_uniform", !shape.takesFractions {
      return refuse(.fractionsOfWholeNumbers(label, member, at: site))
    }
    for end in ends where shape.value(of: WrittenNumber(end)) == nil {
      return refuse(.unfit(label, shape, end, at: site))
    }
    if member.key == "int_uniform", let low = elements[0].asInteger,
      let high = elements[1].asInteger
    {
      return .integers(low, high)
    }
    return member.key == "uniform" ? .uniform(ends[0], ends[1]) : .logUniform(ends[0], ends[1])
  }

  /// Reports, and gives the nil that goes with it.
  private mutating func refuse(_ diagnostic: Diagnostic) -> Distribution? {
    values.log.insert(diagnostic)
    return nil
  }
}
