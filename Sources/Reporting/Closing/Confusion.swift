public import Experiments
public import RunRecords

/// Which classes the rows held back were taken for, to be shown.
public struct Confusion: Sendable {
  /// The part of the data.
  public let part: Score.Part
  /// What the classes are called, in their order.
  public let names: [String]
  /// How many rows of each class are predicted to be of which.
  public let matrix: ConfusionMatrix

  /// How many classes there are at most where it is shown which of them were taken for which.
  public static let shownClasses = 12

  /// Joins a matrix and the names of its classes.
  ///
  /// - Precondition: there is a name for each class.
  public init(_ part: Score.Part, names: [String], _ matrix: ConfusionMatrix) {
    precondition(names.count == matrix.classCount)
    self.part = part
    self.names = names
    self.matrix = matrix
  }
}
