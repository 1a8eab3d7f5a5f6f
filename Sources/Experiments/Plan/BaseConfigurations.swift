/// The configurations of a sweep but for its axis groups: one for each combination of the other axes
/// and fold, and after these those beside the axes.
struct BaseConfigurations: Sendable {
  /// What tells the combinations apart.
  let projection: Projection
  /// All of them: of each combination its folds, none where it is left out.
  var all: [RunConfiguration] = []
  /// For each combination the index of its first configuration, and at last how many there are.
  private var starts = [0]

  /// Begins without a configuration.
  init(_ projection: Projection) { self.projection = projection }

  /// Adds the configurations of the next combination's folds.
  mutating func append(_ folds: [RunConfiguration]) {
    all += folds
    starts.append(all.count)
  }

  /// The configurations of the points, without those beside the axes.
  var ofPoints: ArraySlice<RunConfiguration> { all.prefix(starts[projection.count]) }

  /// The first combination that is not left out; nil where all are.
  var firstIndex: Int? { starts.indices.dropLast().first { starts[$0] < starts[$0 + 1] } }

  /// The indices of the folds that the configuration of a number has here; none where it is left out.
  func folds(_ number: Int) -> Range<Int> {
    let index = projection.index(number)
    return starts[index]..<starts[index + 1]
  }
}
