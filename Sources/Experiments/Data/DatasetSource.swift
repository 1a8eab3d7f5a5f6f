public import Vocabulary

/// Where a run's data comes from.
public enum DatasetSource: Hashable, Sendable {
  /// Data that needs no file.
  case builtIn(Choice<BuiltInDataset>)
  /// Rows that stand in the spec: one list of inputs and one list of targets for each.
  case inline(inputs: [[Double]], targets: [[Double]])
  /// Files of one array each.
  case arrays(ArrayFiles)
  /// An archive of arrays.
  case npz(NPZFile)
  /// A file of comma-separated values.
  case csv(CSVFile)

  /// The source that a value of the field `dataset` stands for.
  ///
  /// - Returns: nil if the value is not of the field's shape, or its rows do not fit each other.
  public init?(_ value: SpecValue) {
    if let choice = Choice<BuiltInDataset>(value) {
      self = .builtIn(choice)
      return
    }
    if let files = ArrayFiles(value) {
      self = .arrays(files)
      return
    }
    if let file = NPZFile(value) {
      self = .npz(file)
      return
    }
    if let file = CSVFile(value) {
      self = .csv(file)
      return
    }
    guard let inputs = value["inputs"].flatMap(Self.rows),
      let targets = value["targets"].flatMap(Self.rows),
      inputs.count == targets.count,
      Self.isRectangular(inputs), Self.isRectangular(targets)
    else { return nil }
    self = .inline(inputs: inputs, targets: targets)
  }

  /// What the content of its files must hash to; nil where there are none, or nobody says.
  public var digest: String? {
    switch self {
    case .builtIn, .inline: nil
    case .arrays(let files): files.digest
    case .npz(let file): file.digest
    case .csv(let file): file.digest
    }
  }

  /// The source, whatever the content of its files is to be.
  public var withoutDigest: DatasetSource {
    switch self {
    case .builtIn, .inline: self
    case .arrays(let files): .arrays(files.withDigest(nil))
    case .npz(let file): .npz(file.withDigest(nil))
    case .csv(let file): .csv(file.withoutDigest())
    }
  }

  /// Data of the kind of this source at another path: with the names of arrays that an archive has, and
  /// read as a file of comma-separated values is; nil where a path says nothing to this kind.
  ///
  /// A path whose ending tells of a kind is of that kind; any other is of this source's.
  public func replacing(path: String) -> DatasetSource? {
    switch (self, DatasetSource(.text(path))) {
    case (.npz(let file), .npz?): .npz(NPZFile(path, file.arrays))
    case (.csv(let file), .csv?), (.csv(let file), nil): .csv(file.replacing(path: path))
    case (.arrays(let files), nil): .arrays(ArrayFiles(files.format, .table(path)))
    case (.builtIn, let known), (.inline, let known), (.npz, let known), (.arrays, let known),
      (.csv, let known):
      known
    }
  }

  /// The source as data that is held back beside other data: a file with named columns is read by those
  /// of the other.
  public func readAs(_ facts: DataFacts) -> DatasetSource {
    switch self {
    case .csv(let file):
      facts.columns.map { .csv(file.readAs(CSVFile.Model(columns: $0, hasTargets: true))) } ?? self
    case .builtIn, .inline, .arrays, .npz: self
    }
  }

  /// Whether the means of the training rows stand for numbers that are missing.
  public var fillsGaps: Bool {
    switch self {
    case .csv(let file): file.missing == .mean
    case .builtIn, .inline, .arrays, .npz: false
    }
  }

  /// The files, as the spec writes them; none where there are none.
  public var paths: [String] {
    switch self {
    case .builtIn, .inline: []
    case .arrays(let files):
      switch files.paths {
      case .table(let path): [path]
      case .pair(let inputs, let targets): [inputs, targets]
      }
    case .npz(let file): [file.path]
    case .csv(let file): [file.path]
    }
  }

  /// The canonical form: a word with its settings, rows as lists of numbers, or paths.
  public var specValue: SpecValue {
    switch self {
    case .builtIn(let choice): choice.specValue
    case .inline(let inputs, let targets):
      .mapping([
        SpecValue.Member("inputs", .list(inputs.map { .list($0.map(SpecValue.number)) })),
        SpecValue.Member("targets", .list(targets.map { .list($0.map(SpecValue.number)) })),
      ])
    case .arrays(let files): files.specValue
    case .npz(let file): file.specValue
    case .csv(let file): file.specValue
    }
  }

  /// Rows of numbers; a row that is one number is a list of one.
  private static func rows(_ value: SpecValue) -> [[Double]]? {
    guard let elements = value.elements else { return nil }
    let rows = elements.map { ($0.elements ?? [$0]).compactMap(\.asNumber) }
    return zip(rows, elements).allSatisfy { $0.count == $1.elements?.count ?? 1 } ? rows : nil
  }

  /// Whether all rows are of one length.
  private static func isRectangular(_ rows: [[Double]]) -> Bool {
    rows.allSatisfy { $0.count == rows.first?.count }
  }
}
