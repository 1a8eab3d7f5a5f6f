internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with the targets, and with what is made of them.
extension Diagnostic {
  /// What a problem is called, and how it is mended.
  static func text(_ problem: ObjectiveProblem) -> Wording {
    switch problem {
    case .inputsTooLarge(let number):
      (
        "the inputs reach to \(SpecValue.number(number).text), which is too large to normalize",
        "`{divide: …}` takes any"
      )
    case .targetsTooLarge(let number):
      (
        "the targets reach to \(SpecValue.number(number).text), which is too large to normalize",
        nil
      )
    case .targetsAreNoQuantities(let task):
      (
        "only the targets of a regression are normalized, but the task is \(task.name)",
        "`normalize` is about the inputs"
      )
    case .weightsNeedClasses(let task):
      (
        "the rows have no classes to be weighted by, as the task is \(task.name)",
        "binary and multiclass have one for each row"
      )
    case .unknownLabel(let label, let labels):
      (
        "there is no class \(quoted(label))",
        suggestion(label, among: labels, otherwise: "classes are").message
      )
    case .targetsUnfit(let task):
      ("the targets do not fit the task \(quoted(task.name))", need(of: task))
    case .lossAndOutputUnfit(let loss, let output):
      (
        "the loss \(quoted(loss.name)) does not go with the output activation \(quoted(output.name))",
        "softmax goes with cross_entropy alone, and binary_cross_entropy with sigmoid alone;"
          + " `auto` for either suits the other"
      )
    case .lossNeedsClasses(let task):
      (
        "the loss \"cross_entropy\" needs classes, but the task is \(task.name)",
        (task == .regression ? "" : "write binary_cross_entropy with sigmoid, or `auto`; ")
          + "classes are whole numbers from 0 up, with one output for each; or one column for each"
      )
    case .lossNeedsProbabilities:
      (
        "the loss \"binary_cross_entropy\" needs targets from 0 to 1",
        "mse takes any targets"
      )
    case .metricUnfit(let metric, let task):
      (
        "the metric \(quoted(metric.name)) cannot be measured for the task \(task.name)",
        "metrics for it: "
          + Metric.allCases.filter { $0.applies(to: task) }.map(\.name).joined(separator: ", ")
      )
    }
  }

  /// What a task needs of targets.
  static func need(of task: Task) -> String? {
    switch task {
    case .regression: "regression needs numbers; texts are classes"
    case .binary: "binary needs one column of 0 and 1"
    case .multiclass:
      "multiclass needs one column of whole numbers from 0 up, or several with one 1 in each row"
    case .multilabel: "multilabel needs columns of 0 and 1"
    }
  }
}
