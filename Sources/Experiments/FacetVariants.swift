internal import Vocabulary

/// A facet for each combination of the axes that decide it.
struct FacetVariants: Sendable {
  /// What of the configurations this is about.
  let facet: Facet
  /// The axes that decide it; means nothing for samples.
  let movements: [Combinations.Movement]
  /// Whether each combination of the sweep has a variant of its own.
  let areSamples: Bool
  /// For each variant the configurations of its folds, one for a facet other than the whole; none
  /// where it is left out.
  let configurations: [[RunConfiguration]]
  /// For each variant of a facet other than the whole a number, which those have in common that
  /// differ in nothing but the sizes of numbers.
  let kinds: [Int]

  /// Joins what was worked out.
  init(
    facet: Facet, movements: [Combinations.Movement], areSamples: Bool,
    configurations: [[RunConfiguration]]
  ) {
    self.facet = facet
    self.movements = movements
    self.areSamples = areSamples
    self.configurations = configurations
    var found: [[SpecValue?]: Int] = [:]
    kinds =
      facet == .whole
      ? []
      : configurations.map { folds in
        let values = facet.fields.map { folds.first?.value(of: $0)?.withoutSizes }
        if let kind = found[values] { return kind }
        found[values] = found.count
        return found.count - 1
      }
  }

  /// The variant in the combination of a number.
  func index(inCombination number: Int) -> Int {
    if areSamples { return number }
    var index = 0
    for movement in movements {
      index = index * movement.count + number / movement.stride % movement.count
    }
    return index
  }

  /// The number of the combination with a variant and all other axes at their first values.
  func combination(ofVariant index: Int) -> Int {
    if areSamples { return index }
    var (rest, number) = (index, 0)
    for movement in movements.reversed() {
      number += rest % movement.count * movement.stride
      rest /= movement.count
    }
    return number
  }
}

extension SpecValue {
  /// The value, of whose numbers only is told whether they are 0.
  fileprivate var withoutSizes: SpecValue {
    switch self {
    case .integer(let integer): .boolean(integer != 0)
    case .number(let number): .boolean(number != 0)
    case .boolean, .text: self
    case .list(let elements): .list(elements.map(\.withoutSizes))
    case .mapping(let members):
      .mapping(members.map { SpecValue.Member($0.key, $0.value.withoutSizes) })
    }
  }
}
