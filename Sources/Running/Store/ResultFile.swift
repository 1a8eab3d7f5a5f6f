public import Files
public import RunRecords

/// A deterministic file that an experiment leaves beside the folders of its runs, made of what became of
/// these.
public struct ResultFile: Sendable {
  /// Its name.
  public let name: String
  /// Its bytes; nil where there is to be no such file.
  public let content: @Sendable (ExperimentResult, RunStore) throws(FileError) -> [UInt8]?

  /// A file that is made by a rule.
  public init(
    _ name: String,
    _ content: @escaping @Sendable (ExperimentResult, RunStore) throws(FileError) -> [UInt8]?
  ) {
    self.name = name
    self.content = content
  }
}
