internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with how rows are dealt out.
extension Diagnostic {
  /// What a problem is called, and how it is mended.
  static func text(_ problem: SplitProblem) -> Wording {
    switch problem {
    case .splitOfNothing:
      (
        "split holds no rows back", "such as {validation: 0.2}, {test: 0.1} or both"
      )
    case .emptyPart(let share, let rows):
      (
        "\(SpecValue.number(share).text) of \(counted(rows, "row")) is no row",
        "a share is rounded to whole rows"
      )
    case .validationBesideFolds:
      (
        "split has both validation and folds, each of which holds rows back for validation",
        "write one of them"
      )
    case .stratifiedWithoutClasses(let task):
      (
        "rows cannot be dealt out by class, as the task is \(task.name)",
        "binary and multiclass have one class for each row"
      )
    case .nothingDealt(let setting):
      (
        "\(setting) says how rows are dealt out, but all that is held back is data of its own",
        "leave it out; or hold back a share of the rows"
      )
    case .foldOfNone:
      ("split names a fold, but not how many there are", "such as {folds: 5, fold: 1}")
    case .foldBeyond(let count):
      ("there are only \(count) folds", "they count from 1")
    case .tooManyFolds(let count, let rows):
      (
        "\(counted(rows, "row")) cannot be dealt out to \(count) folds",
        "each fold needs a row, and so does training"
      )
    case .heldInputsDiffer(let count, let training):
      (
        "the data that is held back has \(counted(count, "input")), but that for training"
          + " has \(training)", "both must have the same columns"
      )
    case .heldTargetsDiffer(let count, let training):
      (
        "the data that is held back has \(counted(count, "target")), but that for training"
          + " has \(training)", "both must have the same columns"
      )
    case .heldTargetsUnfit(let task):
      (
        "the targets that are held back do not fit the task \(quoted(task.name)), which is that of"
          + " the data for training", need(of: task)
      )
    case .unseenClass(let label):
      (
        "the data that is held back has the class \(label), which no row for training has",
        "the network could never answer with it"
      )
    case .noTrainingRows(let rows):
      ("split leaves none of the \(counted(rows, "row")) for training", nil)
    }
  }
}
