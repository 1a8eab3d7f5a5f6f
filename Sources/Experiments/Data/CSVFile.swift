public import Vocabulary

/// Data in a file of comma-separated values, and how it is read.
public struct CSVFile: Hashable, Sendable {
  /// One column of the file, as a spec names it.
  public enum Column: Hashable, Sendable {
    /// By what the header calls it.
    case name(String)
    /// By its place, counted from 0.
    case index(Int)

    /// As a spec has it.
    public var specValue: SpecValue {
      switch self {
      case .name(let name): .text(name)
      case .index(let index): .integer(index)
      }
    }
  }

  /// The file, as the spec writes it.
  public private(set) var path: String
  /// The columns of targets; none for the last one.
  public private(set) var targets: [Column]
  /// The columns of inputs; nil for all that are no targets.
  public private(set) var inputs: [Column]?
  /// The byte between two fields.
  public private(set) var delimiter: UInt8
  /// Whether the first line names the columns.
  public let hasHeader: Bool
  /// What is done about fields that are empty.
  public let missing: MissingValues
  /// The columns whose values are texts, whatever they look like.
  public private(set) var categorical: [Column]
  /// What the file's content must hash to; nil where the spec does not say.
  public private(set) var digest: String?
  /// The columns that are read, and what their texts are; nil where the file and the keys above say.
  public private(set) var model: Model?

  /// The columns of another file, as which this one is read.
  public struct Model: Hashable, Sendable {
    /// The columns, which are found by their names; nil where each is an input of numbers.
    public let columns: DataColumns?
    /// Whether the targets are read too.
    public let hasTargets: Bool

    /// Describes columns.
    public init(columns: DataColumns?, hasTargets: Bool) {
      self.columns = columns
      self.hasTargets = hasTargets
    }
  }

  /// The endings of files that are known as such by their path alone, each with its delimiter.
  static let endings = [".csv": UInt8(ascii: ","), ".tsv": UInt8(ascii: "\t")]

  /// The delimiter that the ending of a path tells of; nil for other endings.
  private static func usualDelimiter(of path: String) -> UInt8? {
    endings.first { path.lowercased().hasSuffix($0.key) }?.value
  }

  /// The file that a value of the field `dataset` names; nil if it names none of this kind.
  init?(_ value: SpecValue) {
    guard let path = value.asText ?? value["csv"]?.asText else { return nil }
    let delimiter = Self.usualDelimiter(of: path)
    if value.asText != nil, delimiter == nil { return nil }
    self.path = path
    targets = value["target"].map(Self.columns) ?? []
    inputs = value["inputs"].flatMap { $0 == .text("all") ? nil : Self.columns($0) }
    let written = value["delimiter"]?.asText
    if let written, Self.delimiter(written) == nil { return nil }
    self.delimiter = written.flatMap(Self.delimiter) ?? delimiter ?? UInt8(ascii: ",")
    hasHeader = value["header"] != .boolean(false)
    missing = value["missing"].flatMap(Choice<MissingValues>.init)?.word ?? .error
    categorical = value["categorical"].map(Self.columns) ?? []
    digest = value["digest"]?.asText
    model = nil
  }

  /// The file as one whose columns are those of another.
  public func readAs(_ model: Model) -> CSVFile {
    var file = self
    (file.targets, file.inputs, file.categorical, file.model) = ([], nil, [], model)
    return file
  }

  /// Another file, read as this one is; where its ending tells of another delimiter, by that.
  public func replacing(path: String) -> CSVFile {
    var file = self
    (file.path, file.digest) = (path, nil)
    if let usual = Self.usualDelimiter(of: path), usual != Self.usualDelimiter(of: self.path) {
      file.delimiter = usual
    }
    return file
  }

  /// The same file with what was found in it; where its columns are those of another, with the digest
  /// alone.
  ///
  /// - Parameters:
  ///   - targets: the columns of targets, however they were found.
  ///   - inputs: the columns of inputs; nil for all that are no targets.
  ///   - categorical: the columns of texts among those that are used.
  ///   - digest: what the content hashes to.
  public func resolved(
    targets: [Column], inputs: [Column]?, categorical: [Column], digest: String
  ) -> CSVFile {
    var file = self
    file.digest = digest
    if model == nil {
      (file.targets, file.inputs, file.categorical) = (targets, inputs, categorical)
    }
    return file
  }

  /// The same file without what its content must hash to.
  func withoutDigest() -> CSVFile {
    var file = self
    file.digest = nil
    return file
  }

  /// The canonical form: `{csv: iris.csv, target: species, digest: …}`, without what is as usual.
  var specValue: SpecValue {
    func value(_ columns: [Column]) -> SpecValue { .list(columns.map(\.specValue)) }
    var members = [SpecValue.Member("csv", .text(path))]
    if !targets.isEmpty {
      members.append(
        SpecValue.Member("target", targets.count == 1 ? targets[0].specValue : value(targets)))
    }
    if let inputs { members.append(SpecValue.Member("inputs", value(inputs))) }
    if delimiter != Self.usualDelimiter(of: path) ?? UInt8(ascii: ",") {
      let text = String(UnicodeScalar(delimiter))
      members.append(SpecValue.Member("delimiter", .text(text)))
    }
    if !hasHeader { members.append(SpecValue.Member("header", .boolean(false))) }
    if missing != .error { members.append(SpecValue.Member("missing", .text(missing.name))) }
    if !categorical.isEmpty { members.append(SpecValue.Member("categorical", value(categorical))) }
    if let digest { members.append(SpecValue.Member("digest", .text(digest))) }
    return .mapping(members)
  }

  /// The byte that a text stands for as a delimiter; nil where it is not one byte of ASCII, or one that
  /// numbers, quotes and lines are made of.
  public static func delimiter(_ text: String) -> UInt8? {
    guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80 else { return nil }
    let isLetter = (0x41...0x5A).contains(byte & 0xDF)
    return isLetter || "0123456789.+-\"\n\r".utf8.contains(byte) ? nil : byte
  }

  /// The columns that a value names: one or a list of them.
  private static func columns(_ value: SpecValue) -> [Column] {
    (value.elements ?? [value]).compactMap { element in
      element.asInteger.map(Column.index) ?? element.asText.map(Column.name)
    }
  }
}
