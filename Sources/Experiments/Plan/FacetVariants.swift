internal import Vocabulary

/// A facet for each combination of the axes that decide it, and after these for each configuration
/// beside the axes.
struct FacetVariants: Sendable {
  /// What of the configurations this is about.
  let facet: Facet
  /// What tells the combinations apart.
  let projection: Combinations.Projection
  /// How many combinations there are.
  private let combinationCount: Int
  /// The configurations of all variants: of each its folds, one for a facet other than the whole, and
  /// none where it is left out.
  var configurations: [RunConfiguration] = []
  /// For each variant the index of its first configuration, and at last how many there are.
  private var starts = [0]
  /// For each variant of a facet other than the whole a number, which those have in common that
  /// differ in nothing but the sizes of numbers.
  private var kinds: [Int] = []
  /// Those numbers, by what the values are without their sizes.
  private var knownKinds: [[SpecValue?]: Int] = [:]

  /// Begins without a variant.
  init(_ facet: Facet, of combinations: Combinations, by movements: [Combinations.Movement]) {
    self.facet = facet
    projection = combinations.projection(onto: movements)
    combinationCount = combinations.count
  }

  /// The configurations of the combinations, without those beside the axes.
  var configurationsOfAxes: ArraySlice<RunConfiguration> {
    configurations.prefix(starts[projection.count])
  }

  /// How many kinds there are.
  var kindCount: Int { knownKinds.count }

  /// Adds the configurations of the next variant's folds.
  mutating func append(_ folds: [RunConfiguration]) {
    configurations += folds
    starts.append(configurations.count)
    guard facet != .whole else { return }
    let values = facet.fields.map { folds.first?.value(of: $0)?.withoutSizes }
    let kind = knownKinds[values] ?? kindCount
    knownKinds[values] = kind
    kinds.append(kind)
  }

  /// The index of the first variant that is not left out; nil where all are.
  var firstVariant: Int? { starts.indices.dropLast().first { !folds(ofVariant: $0).isEmpty } }

  /// The indices of the folds that the configuration of a number has here; none where it is left out.
  func folds(_ number: Int) -> Range<Int> { folds(ofVariant: variant(number)) }

  /// The index of the configuration that a number and a fold have here.
  ///
  /// - Precondition: it is not left out.
  func index(_ number: Int, fold: Int) -> Int {
    let folds = folds(number)
    return folds.count > 1 ? folds.lowerBound + fold : folds.lowerBound
  }

  /// The kind of the configuration of a number.
  func kind(_ number: Int) -> Int { kinds[variant(number)] }

  /// The variant of the configuration of a number.
  private func variant(_ number: Int) -> Int {
    number < combinationCount
      ? projection.index(ofCombination: number) : projection.count + number - combinationCount
  }

  /// The indices of the folds of a variant.
  private func folds(ofVariant index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }
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
