public import Vocabulary

/// What can be wrong with the layers, or with the file of their initial weights.
public enum NetworkProblem: Hashable, Sendable {
  /// The first layer has another size than the data's rows.
  case inputsDiffer(written: Int, data: Int)
  /// The last layer has another size than the task needs.
  case outputsDiffer(written: Int, needed: Int, task: Task)
  /// `auto` stands for a layer that is neither the first nor the last.
  case autoForHiddenLayer
  /// The first or the last layer has settings, as only hidden layers can have.
  case settingsOfEndLayer(isFirst: Bool)
  /// There is a hidden layer and no activation.
  case activationMissing
  /// A batch has one row, over which nothing can be normalised.
  case batchNormOfOneRow
  /// The file of initial weights cannot be read, for the reason given.
  case weightsUnreadable(String, reason: String)
  /// The file of initial weights is not the one that was meant.
  case weightsChanged(digest: String, written: String)
  /// The file of initial weights lacks a tensor.
  case tensorMissing(String, shape: [Int])
  /// The file of initial weights has a tensor that the network has not.
  case tensorUnknown(String)
  /// A tensor of the file of initial weights has another shape than the layers make it.
  case tensorShapeDiffers(String, found: [Int], needed: [Int])
}
