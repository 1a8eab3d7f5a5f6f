public import Vocabulary

/// Values of a spec that are right one by one and wrong together, or wrong for the data.
public struct ConfigurationProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The data cannot be had.
    case data(DataProblem)
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
    /// A score is monitored that the run does not measure.
    case unknownMonitor(String, scores: [String])
    /// A score of validation rows is monitored, and there are none.
    case monitorWithoutValidation(String)
    /// Training is to end after its last epoch.
    case stopBeyondEpochs(Int, epochs: Int)
    /// The rate would rise through all epochs.
    case warmupTooLong(Double, epochs: Int)
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
    /// The same word stands twice in a list.
    case repeated(String)
    /// Nesterov's step needs a momentum.
    case nesterovWithoutMomentum
    /// The number is 0 or infinite in `float32`.
    case beyondFloat32(Double)
    /// A sweep gives values to a setting that the field's word has not; nil where there is no word.
    case noSuchSetting(String, word: String?)
    /// A sweep gives a setting a value that the field's word does not take.
    case settingUnfit(SpecValue, word: String, shape: Shape)
    /// The first rung of halving would be the last.
    case halvingOfOneRung(min: Int, epochs: Int)
    /// Configurations that are halved end at other epochs.
    case halvingToOtherEpochs(Int, Int)
    /// Some of a configuration's runs, but not all, are an earlier one's.
    case sharedRuns(Int, of: Int)
    /// Halving would choose by a score of test rows.
    case halvingByTestScore(String)
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
