/// Why data cannot be had.
public struct DataProblem: Error, Hashable, Sendable {
  /// The file or the built-in data set, as the spec names it.
  public let name: String
  /// What is wrong with it: what follows its name in a sentence.
  public let fault: String
  /// How it is mended, where that is known.
  public let note: String?
  /// A name that there is not, and those that there are: one of them may have been meant.
  public let suggestion: Suggestion?
  /// The keys inside the value of `dataset` that lead to what is wrong; empty for all of it.
  public let keys: [String]
  /// Whether it is a file that does not exist.
  public let isFileMissing: Bool

  /// What may have been meant by a name.
  public struct Suggestion: Hashable, Sendable {
    /// The name that was written.
    public let written: String
    /// The names that there are.
    public let names: [String]

    /// Creates a suggestion.
    public init(for written: String, among names: [String]) {
      self.written = written
      self.names = names
    }
  }

  /// Creates a problem.
  public init(
    of name: String, _ fault: String, note: String? = nil,
    suggestion: Suggestion? = nil, keys: [String] = [], isFileMissing: Bool = false
  ) {
    self.name = name
    self.fault = fault
    self.note = note
    self.suggestion = suggestion
    self.keys = keys
    self.isFileMissing = isFileMissing
  }

  /// The problem that a file is not where the spec says.
  public init(missingFile path: String, keys: [String]) {
    self.init(
      of: path, "does not exist",
      note: "paths count from the folder of the spec, or from --data-root", keys: keys,
      isFileMissing: true)
  }
}
