public import Vocabulary

/// How the rows of a data set are dealt out to training, validation and test.
public struct Split: Hashable, Sendable {
  /// The share of the rows that is held back to watch the training by; nil for none.
  public let validation: Double?
  /// The share of the rows that is held back for the last word; nil for none.
  public let test: Double?
  /// Whether each part has its share of every class; only of rows that have one class each.
  public let isStratified: Bool
  /// The number that keys which rows go where; never the run's.
  public let seed: Int

  /// Creates a split.
  public init(validation: Double? = nil, test: Double? = nil, isStratified: Bool, seed: Int = 0) {
    self.validation = validation
    self.test = test
    self.isStratified = isStratified
    self.seed = seed
  }

  /// The split that a value of the field `split` stands for.
  ///
  /// - Precondition: the value is a mapping of the field's shape.
  init(_ value: SpecValue, task: Task) {
    let hasClasses =
      switch task {
      case .binary, .multiclass: true
      case .regression, .multilabel: false
      }
    self.init(
      validation: value["validation"]?.asNumber, test: value["test"]?.asNumber,
      isStratified: hasClasses && value["stratify"] != .boolean(false),
      seed: value["seed"]?.asInteger ?? 0)
  }

  /// The canonical form.
  public var specValue: SpecValue {
    let shares = [("validation", validation), ("test", test)].compactMap { name, share in
      share.map { SpecValue.Member(name, .number($0)) }
    }
    return .mapping(
      shares + [
        SpecValue.Member("stratify", .boolean(isStratified)),
        SpecValue.Member("seed", .integer(seed)),
      ])
  }

  /// How many of so many rows each part gets: its share rounded to a whole number, halves up, and
  /// training what is left, which may be none.
  public func counts(of rows: Int) -> RowCounts {
    func count(_ share: Double?) -> Int { Int(((share ?? 0) * Double(rows)).rounded()) }
    let (validation, test) = (count(validation), count(test))
    return RowCounts(train: max(0, rows - validation - test), validation: validation, test: test)
  }
}
