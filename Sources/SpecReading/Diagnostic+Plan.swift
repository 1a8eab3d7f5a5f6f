internal import Experiments
internal import SpecSyntax
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

  /// More of the same was found than is worth showing.
  static func moreProblems(_ count: Int, of path: SettingPath, at site: SourceSite) -> Diagnostic {
    .error("and \(counted(count, "more mistake")) of \(path.key)", at: site)
  }

  /// The wording of each kind of problem.
  private static func text(of problem: ConfigurationProblem) -> (message: String, note: String?) {
    switch problem.kind {
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
    case .regression: nil
    case .binary: "binary needs one column of 0 and 1"
    case .multiclass:
      "multiclass needs one column of whole numbers from 0 up, or several with one 1 in each row"
    case .multilabel: "multilabel needs columns of 0 and 1"
    }
  }

  /// The plan is larger than the spec allows.
  static func tooManyRuns(_ count: Int?, allowed: Int, at site: SourceSite) -> Diagnostic {
    let count = count.map { "\($0)" } ?? "more than \(Int.max)"
    return .error(
      "the sweep makes \(count) runs, but at most \(allowed) are allowed", at: site,
      notes: [Note("`max_runs` in the sweep allows more")])
  }

  /// `seed` and `seeds` together are too large.
  static func seedsOverflow(at site: SourceSite) -> Diagnostic {
    .error("the last seeds of the sweep are larger than \(Int.max)", at: site)
  }

  /// Nothing is left to run.
  static func everythingExcluded(at site: SourceSite) -> Diagnostic {
    .error("`exclude` leaves no run of the sweep", at: site)
  }

  /// An exclusion could be taken away.
  static func idleExclusion(at site: SourceSite) -> Diagnostic {
    .warning("this excludes nothing that is not excluded already", at: site)
  }

  /// An activation is given, and no layer has it.
  static func idleActivation(at site: SourceSite) -> Diagnostic {
    .warning(
      "\"activation\" is for hidden layers, and there are none", at: site,
      notes: [Note("the last layer's is output_activation")])
  }

  /// Several rows of the plan are one run.
  static func duplicateRuns(_ count: Int, at site: SourceSite) -> Diagnostic {
    let verb = count == 1 ? "comes" : "come"
    return .warning(
      "\(counted(count, "run")) of the sweep \(verb) out the same as an earlier one", at: site,
      notes: [Note("each is listed and trained once")])
  }
}
