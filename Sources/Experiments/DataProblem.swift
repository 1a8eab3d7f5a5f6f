/// Why data cannot be had.
public struct DataProblem: Error, Hashable, Sendable {
  /// The file or the built-in data set, as the spec names it.
  public let name: String
  /// What is wrong with it: what follows its name in a sentence.
  public let fault: String
  /// How it is mended, where that is known.
  public let note: String?
  /// The keys inside the value of `dataset` that lead to what is wrong; empty for all of it.
  public let keys: [String]
  /// Whether it is a file that does not exist.
  public let isFileMissing: Bool

  /// Creates a problem.
  public init(
    of name: String, _ fault: String, note: String? = nil, keys: [String] = [],
    isFileMissing: Bool = false
  ) {
    self.name = name
    self.fault = fault
    self.note = note
    self.keys = keys
    self.isFileMissing = isFileMissing
  }
}
