public import Vocabulary

/// What can be wrong with how rows are dealt out to training, validation and test.
public enum SplitProblem: Hashable, Sendable {
  /// A split holds nothing back.
  case splitOfNothing
  /// A share of the rows comes to no row.
  case emptyPart(share: Double, rows: Int)
  /// Rows are held back for validation twice.
  case validationBesideFolds
  /// Only rows of one class each are dealt out by class.
  case stratifiedWithoutClasses(Task)
  /// A setting says how rows are dealt out, and none are.
  case nothingDealt(String)
  /// A fold is named, but there are no folds.
  case foldOfNone
  /// There are fewer folds.
  case foldBeyond(Int)
  /// There are more folds than rows.
  case tooManyFolds(Int, rows: Int)
  /// Rows that are held back have another number of inputs.
  case heldInputsDiffer(Int, training: Int)
  /// Rows that are held back have another number of targets.
  case heldTargetsDiffer(Int, training: Int)
  /// The targets of rows that are held back are not such as the task needs.
  case heldTargetsUnfit(Task)
  /// Rows that are held back have a class that no row for training has.
  case unseenClass(Int)
  /// A split of so many rows leaves none for training.
  case noTrainingRows(of: Int)
}
