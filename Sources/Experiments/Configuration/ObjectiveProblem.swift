public import Vocabulary

/// What can be wrong with the targets, and with what is made of them: task, loss, metrics and weights.
public enum ObjectiveProblem: Hashable, Sendable {
  /// An input is too large for the sums that normalization needs.
  case inputsTooLarge(Double)
  /// A target is too large for the sums that normalization needs.
  case targetsTooLarge(Double)
  /// Only quantities are normalized.
  case targetsAreNoQuantities(Task)
  /// Only classes are weighted.
  case weightsNeedClasses(Task)
  /// A label is none of the classes.
  case unknownLabel(String, labels: [String])
  /// The targets' values are not such as the task needs.
  case targetsUnfit(Task)
  /// The loss and the output activation do not go together.
  case lossAndOutputUnfit(Loss, OutputActivation)
  /// The loss needs classes, and the task has none.
  case lossNeedsClasses(Task)
  /// The loss needs targets in 0 … 1.
  case lossNeedsProbabilities
  /// The metric cannot be measured for the task.
  case metricUnfit(Metric, Task)
}
