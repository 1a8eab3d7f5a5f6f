internal import Vocabulary

/// The checks across the fields of one configuration, which collect what is wrong.
///
/// Each also gives what it checked, resolved; that is of use only if there are no problems.
struct Checks {
  /// What the spec gives.
  let settings: FieldValues
  /// What the data is like.
  let facts: DataFacts
  /// What is wrong.
  private(set) var problems: [ConfigurationProblem] = []
  /// Whether the targets do not fit the task, so that nothing can be said of what depends on it.
  private var isTaskUnfit = false

  /// Begins with no problems.
  init(settings: FieldValues, facts: DataFacts) {
    self.settings = settings
    self.facts = facts
  }

  /// Adds a problem, unless it may come from a task that has been found wrong.
  mutating func report(
    _ kind: ConfigurationProblem.Kind, _ field: Field, setting: String? = nil, element: Int? = nil,
    others: [Field] = []
  ) {
    guard !(isTaskUnfit && others.contains(.task)) else { return }
    problems.append(
      ConfigurationProblem(kind, SettingPath(field, setting), element: element, others: others))
  }

  /// The task: the one written, which the targets must fit, or the one that they suggest.
  mutating func task(layers: [SpecValue]) -> Task {
    guard let task = settings.choice(.task, of: Task.self)?.word else {
      return Task.inferred(from: facts.targets, outputs: layers.last?.asInteger).task
    }
    let areTexts = facts.columns?.classes.isEmpty == false
    if !task.fits(facts.targets) || (task == .regression && areTexts) {
      report(.objective(.targetsUnfit(task)), .task, others: [.dataset])
      isTaskUnfit = true
    }
    return task
  }

  /// The optimizer, whose settings must suit each other.
  mutating func optimizer() -> Choice<Optimizer> {
    let optimizer = settings.choice(.optimizer, of: Optimizer.self) ?? Choice(.sgd)
    if optimizer.word == .sgd, optimizer.isOn("nesterov"), optimizer.number("momentum") == 0 {
      report(.training(.nesterovWithoutMomentum), .optimizer, setting: "nesterov")
    }
    return optimizer
  }

  /// The metrics: those written, which must suit the task, or its default.
  mutating func metrics(task: Task) -> [Metric] {
    guard settings[.metrics] != nil else { return task == .regression ? [.rmse] : [.accuracy] }
    let metrics = uniqueWords(.metrics, of: Metric.self)
    for (index, metric) in metrics.enumerated() where !metric.applies(to: task) {
      report(
        .objective(.metricUnfit(metric, task)), .metrics, element: index,
        others: [.task, .dataset, .layers])
    }
    return metrics
  }

  /// The words of a list, none of which may stand twice.
  mutating func uniqueWords<Kind: Keyword>(_ field: Field, of kind: Kind.Type) -> [Kind] {
    let words = settings.words(field, of: kind) ?? []
    for (index, word) in words.enumerated() where words[..<index].contains(word) {
      report(.training(.repeated(word.name)), field, element: index)
    }
    return words
  }
}
