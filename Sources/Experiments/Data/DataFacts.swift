/// What planning needs to know of a data set before anything is trained.
public struct DataFacts: Hashable, Sendable {
  /// How many rows there are.
  public let rows: Int
  /// How many inputs a row has.
  public let inputs: Int
  /// The targets.
  public let targets: Targets
  /// The greatest magnitude among the inputs.
  public let largestInput: Double
  /// The source with what was found in its files: what they hash to, and what their columns are; nil
  /// where there are none.
  public let source: DatasetSource?
  /// What the columns stand for; nil where no file says so.
  public let columns: DataColumns?

  /// Creates the facts.
  public init(
    rows: Int, inputs: Int, targets: Targets, largestInput: Double = 0,
    source: DatasetSource? = nil, columns: DataColumns? = nil
  ) {
    self.rows = rows
    self.inputs = inputs
    self.targets = targets
    self.largestInput = largestInput
    self.source = source
    self.columns = columns
  }
}
