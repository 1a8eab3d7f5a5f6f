/// How many rows of the data each part of a run has.
public struct RowCounts: Hashable, Sendable {
  /// The rows that the network is trained on.
  public let train: Int
  /// The rows that are held back to watch the training by; 0 where there are none.
  public let validation: Int
  /// The rows that are held back for the last word; 0 where there are none.
  public let test: Int

  /// Creates counts.
  public init(train: Int, validation: Int = 0, test: Int = 0) {
    self.train = train
    self.validation = validation
    self.test = test
  }
}
