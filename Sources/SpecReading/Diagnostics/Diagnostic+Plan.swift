internal import Experiments
internal import SpecSyntax
internal import Text
internal import Vocabulary

// The wording of what can be wrong with values together, with the data, and with the plan.
extension Diagnostic {
  /// What a problem is called, and how it is mended.
  ///
  /// - Parameter isClash: whether several swept keys have a part in it.
  static func problem(
    _ problem: ConfigurationProblem, isClash: Bool = false, at site: SourceSite
  ) -> Diagnostic {
    let (message, note) = text(of: problem)
    let exclude = isClash ? "`exclude` in the sweep leaves combinations out" : nil
    return .error(message, at: site, notes: [note, exclude].compactMap(\.self).map { Note($0) })
  }

  /// Which name may have been meant, or which there are.
  private static func meant(_ suggestion: DataProblem.Suggestion) -> String? {
    if let name = nearest(to: suggestion.written, among: suggestion.names) {
      return "did you mean \(quoted(name))?"
    }
    let shown = suggestion.names.prefix(10).map { quoted($0) }.joined(separator: ", ")
    return "there are \(shown)" + (suggestion.names.count > 10 ? ", …" : "")
  }

  /// More of the same was found than is worth showing.
  static func moreProblems(_ count: Int, of path: SettingPath, at site: SourceSite) -> Diagnostic {
    .error("and \(counted(count, "more mistake")) of \(path.key)", at: site)
  }

  /// The wording of each kind of problem.
  private static func text(of problem: ConfigurationProblem) -> (message: String, note: String?) {
    switch problem.kind {
    case .data(let data):
      (
        "\(quoted(data.name, limit: 200)) \(data.fault)",
        data.note ?? data.suggestion.flatMap(meant)
      )
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
    case .inputsDiffer(let written, let data):
      (
        "the first layer has \(counted(written, "input")), but the data has \(data)",
        "write \(data), or `auto`"
      )
    case .outputsDiffer(let written, let needed, let task):
      (
        "the last layer has \(counted(written, "output")), but the targets need \(needed)",
        "the task is \(task.name)\(task == .multiclass ? ", and classes count from 0" : "");"
          + " write \(needed), or `auto`"
      )
    case .autoForHiddenLayer:
      (
        "a hidden layer cannot be `auto`",
        "only the first and the last layer's sizes are known from the data"
      )
    case .settingsOfEndLayer(let isFirst):
      (
        "the \(isFirst ? "first" : "last") layer cannot have settings, as it is no hidden layer",
        isFirst
          ? "write its size alone, or `auto`: it is the inputs"
          : "write its size alone, or `auto`; its function is output_activation"
      )
    case .activationMissing:
      (
        "the spec does not give \"activation\", which a network with hidden layers needs",
        "such as \"activation: tanh\""
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
    case .unknownMonitor(let name, let scores):
      (
        "\(problem.path.field.key) monitors \(quoted(name)), which the run does not measure",
        suggestion(name, among: scores, otherwise: "it measures").message
      )
    case .monitorWithoutValidation(let name):
      (
        "\(problem.path.field.key) monitors \(quoted(name)),"
          + " but no rows are held back for validation",
        "`split` holds rows back; or write monitor: train_\(name.dropFirst(4))"
      )
    case .stopBeyondEpochs(let epoch, let epochs):
      (
        "stop_at \(epoch) is beyond the last of the \(counted(epochs, "epoch"))",
        "write at most \(epochs), or more epochs"
      )
    case .warmupTooLong(let warmup, let epochs):
      (
        "a warmup of \(SpecValue.number(warmup).text) leaves none of the"
          + " \(counted(epochs, "epoch")) to come down in", "it counts in epochs"
      )
    case .batchNormOfOneRow:
      (
        "a batch norm needs batches of several rows, and here they have one",
        "write a larger batch_size, or norm: layer"
      )
    case .weightsUnreadable(let path, let reason):
      (
        "cannot read the weights in \(quoted(path)): \(reason)",
        "it must be a safetensors file, and paths count from the folder of the spec"
      )
    case .weightsChanged(let digest, let written):
      (
        "the file of weights has the digest \(quoted(digest)), not \(quoted(written))",
        "it is not the file that was meant; without `digest` any file will do"
      )
    case .tensorMissing(let name, let shape):
      ("the file of weights has no tensor \(quoted(name))", "the layers need it, of shape \(shape)")
    case .tensorUnknown(let name):
      (
        "the layers have no place for the tensor \(quoted(name)) of the file of weights",
        "its tensors must be those of the layers, named layers.0.weight, layers.0.bias and so on"
      )
    case .tensorShapeDiffers(let name, let found, let needed):
      (
        "the tensor \(quoted(name)) of the file of weights has the shape \(found),"
          + " but the layers need \(needed)", "the file must be of the layers of the spec"
      )
    case .repeated(let word):
      ("\(quoted(word)) stands twice in the list", nil)
    case .nesterovWithoutMomentum:
      ("nesterov needs a momentum above 0", "such as {name: sgd, momentum: 0.9, nesterov: true}")
    case .beyondFloat32(let number):
      (
        "\(problem.path.key) \(SpecValue.number(number).text) is "
          + (abs(number) < 1 ? "0" : "infinite") + " in float32", "write precision: float64"
      )
    case .noSuchSetting(let setting, let word):
      (
        "\(word ?? "this") has no setting \(quoted(setting))"
          + " that could be swept", remedy(setting, of: problem.path.field)
      )
    case .settingUnfit(let value, let word, let shape):
      ("\(problem.path.key) of \(word) must be \(shape.phrase), not \(quoted(value.text))", nil)
    case .halvingOfOneRung(let min, let epochs):
      (
        "the first rung of halving ends at epoch \(min), but training ends at epoch \(epochs)",
        "write a smaller `min`, so that configurations are compared before the end"
      )
    case .halvingToOtherEpochs(let first, let other):
      (
        "halving compares configurations at the same epochs, but the sweep trains to \(first) and"
          + " to \(other)", "sweep neither epochs nor stop_at; or give all the same stop_at"
      )
    case .sharedRuns(let shared, let count):
      (
        "\(shared) of the \(count) runs of this configuration"
          + " \(shared == 1 ? "is" : "are") listed before, so its means would be over the other"
          + " \(count - shared)",
        "leave out the earlier configuration that has \(shared == 1 ? "it" : "them"), or give it a"
          + " spec of its own"
      )
    case .halvingByTestScore(let name):
      (
        "halving chooses by \(quoted(name)), but nothing may be chosen by the test rows",
        "rank by a score of the training or the validation rows"
      )
    case .unknownScore(let name, let scores):
      (
        "no run has the score \(quoted(name))",
        suggestion(name, among: scores, otherwise: "scores are").message
      )
    }
  }

  /// How to sweep a setting that not every word has.
  private static func remedy(_ setting: String, of field: Field) -> String? {
    let words = field.declaration.shape.words
    let owner = words.first { $0.settings.contains { $0.name == setting } }
    return owner.map {
      "give \(quoted(field.key)) words with their settings, such as {name: \($0.name), \(setting): …}"
    }
  }

  /// What a task needs of targets.
  private static func need(of task: Task) -> String? {
    switch task {
    case .regression: "regression needs numbers; texts are classes"
    case .binary: "binary needs one column of 0 and 1"
    case .multiclass:
      "multiclass needs one column of whole numbers from 0 up, or several with one 1 in each row"
    case .multilabel: "multilabel needs columns of 0 and 1"
    }
  }
}
