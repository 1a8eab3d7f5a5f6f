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
  /// What the content of the data's files hashes to; nil where there are none.
  public let digest: String?

  /// Creates the facts.
  public init(
    rows: Int, inputs: Int, targets: Targets, largestInput: Double = 0, digest: String? = nil
  ) {
    self.rows = rows
    self.inputs = inputs
    self.targets = targets
    self.largestInput = largestInput
    self.digest = digest
  }
}
