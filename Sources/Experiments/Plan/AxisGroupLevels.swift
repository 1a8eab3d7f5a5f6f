internal import Vocabulary

/// The values of an axis group: one for each combination of its axes, and after these one for each
/// configuration beside the axes.
struct AxisGroupLevels: Sendable {
  /// What has the values.
  let group: AxisGroup
  /// What tells the combinations apart.
  let projection: Projection
  /// The values; nil where a combination is left out.
  private(set) var values: [AxisGroupValue?] = []
  /// For each value a number that those of one formula have in common.
  private var formulas: [Int32] = []
  /// Those numbers.
  private var knownFormulas: [SpecValue: Int32] = [:]

  /// Begins without a value.
  init(_ group: AxisGroup, _ projection: Projection) {
    self.group = group
    self.projection = projection
  }

  /// Adds the next value.
  mutating func append(_ value: AxisGroupValue?) {
    values.append(value)
    let formula = value?.formula ?? .boolean(true)
    let number = knownFormulas[formula] ?? Int32(knownFormulas.count)
    knownFormulas[formula] = number
    formulas.append(number)
  }

  /// How many formulas there are.
  var formulaCount: Int { knownFormulas.count }

  /// The values of the points, without those of configurations beside the axes.
  var ofPoints: ArraySlice<AxisGroupValue?> { values.prefix(projection.count) }

  /// The value that the configuration of a number has; nil where it is left out.
  func value(_ number: Int) -> AxisGroupValue? { values[projection.index(number)] }

  /// The formula of the configuration of a number.
  func formula(_ number: Int) -> Int { Int(formulas[projection.index(number)]) }
}
