public import Vocabulary

/// Which rows a run is trained on, and which are held back to watch the training by and for the last
/// word.
public struct Split: Hashable, Sendable {
  /// What is held back for one purpose.
  public enum Holding: Hashable, Sendable {
    /// A share of the rows.
    case share(Double)
    /// Data of its own, as large as it is.
    case source(DatasetSource)

    /// The share; nil for data of its own.
    public var share: Double? {
      switch self {
      case .share(let share): share
      case .source: nil
      }
    }

    /// The data; nil for a share.
    public var source: DatasetSource? {
      switch self {
      case .share: nil
      case .source(let source): source
      }
    }

    /// What a value of `validation` or `test` stands for; nil if it is of another shape.
    init?(_ value: SpecValue) {
      if let share = value.asNumber {
        self = .share(share)
      } else if let source = DatasetSource(value) {
        self = .source(source)
      } else {
        return nil
      }
    }

    /// The canonical form.
    var specValue: SpecValue {
      switch self {
      case .share(let share): .number(share)
      case .source(let source): source.specValue
      }
    }
  }

  /// One of several parts of equal size, each of which is held back for validation once.
  public struct Fold: Hashable, Sendable {
    /// Which one, counted from 1.
    public let number: Int
    /// How many there are.
    public let count: Int

    /// Names a fold.
    public init(_ number: Int, of count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// What is held back to watch the training by; nil for nothing but the fold.
  public let validation: Holding?
  /// What is held back for the last word; nil for nothing.
  public let test: Holding?
  /// The fold that is held back to watch the training by; nil where there are no folds.
  public let fold: Fold?
  /// Whether each part has its share of every class; only of rows that have one class each.
  public let isStratified: Bool
  /// The number that keys which rows go where; never the run's.
  public let seed: Int

  /// Creates a split.
  public init(
    validation: Holding? = nil, test: Holding? = nil, fold: Fold? = nil, isStratified: Bool,
    seed: Int = 0
  ) {
    self.validation = validation
    self.test = test
    self.fold = fold
    self.isStratified = isStratified
    self.seed = seed
  }

  /// The same split, whichever fold it is of.
  var withoutFold: Split {
    Split(validation: validation, test: test, isStratified: isStratified, seed: seed)
  }

  /// Whether rows of the data set are dealt out, so that the seed has a say.
  private var dealsRows: Bool { fold != nil || [validation, test].contains { $0?.share != nil } }

  /// The canonical form.
  public var specValue: SpecValue {
    var members: [SpecValue.Member] = []
    if let validation { members.append(SpecValue.Member("validation", validation.specValue)) }
    if let test { members.append(SpecValue.Member("test", test.specValue)) }
    if let fold {
      members.append(SpecValue.Member("folds", .integer(fold.count)))
      members.append(SpecValue.Member("fold", .integer(fold.number)))
    }
    if dealsRows {
      members.append(SpecValue.Member("stratify", .boolean(isStratified)))
      members.append(SpecValue.Member("seed", .integer(seed)))
    }
    return .mapping(members)
  }

  /// How many of so many rows of the data set each part gets: its share rounded to a whole number,
  /// halves up; its fold, of which the first have one row more where the rows do not divide; and
  /// training what is left, which may be none. Data of its own has no part in it.
  public func counts(of rows: Int) -> RowCounts {
    func count(_ holding: Holding?) -> Int {
      Int(((holding?.share ?? 0) * Double(rows)).rounded())
    }
    let test = count(test)
    var validation = count(validation)
    if let fold {
      let (least, longer) = max(0, rows - test).quotientAndRemainder(dividingBy: fold.count)
      validation = least + (fold.number <= longer ? 1 : 0)
    }
    return RowCounts(train: max(0, rows - validation - test), validation: validation, test: test)
  }
}
