public import Vocabulary

/// Values of a spec that are right one by one and wrong together, or wrong for the data.
public struct ConfigurationProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The first layer has another size than the data's rows.
    case inputsDiffer(written: Int, data: Int)
    /// The last layer has another size than the task needs.
    case outputsDiffer(written: Int, needed: Int, task: Task)
    /// `auto` stands for a layer that is neither the first nor the last.
    case autoForHiddenLayer
    /// There is a hidden layer and no activation.
    case activationMissing
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
    /// The same word stands twice in a list.
    case repeated(String)
    /// Nesterov's step needs a momentum.
    case nesterovWithoutMomentum
    /// The number is 0 or infinite in `float32`.
    case beyondFloat32(Double)
    /// A sweep gives values to a setting that the field's word has not; nil where there is no word.
    case noSuchSetting(String, word: String?)
    /// The runs are ranked by a score that they do not have.
    case unknownScore(String, scores: [String])
  }

  /// What is wrong.
  public let kind: Kind
  /// The key to point at.
  public let path: SettingPath
  /// The element to point at, where the field is a list.
  public let element: Int?
  /// Other fields that have a part in it: where one of them could not be read, there may be no
  /// problem at all.
  public let others: [Field]

  /// Creates a problem.
  init(_ kind: Kind, _ path: SettingPath, element: Int? = nil, others: [Field] = []) {
    self.kind = kind
    self.path = path
    self.element = element
    self.others = others
  }
}
