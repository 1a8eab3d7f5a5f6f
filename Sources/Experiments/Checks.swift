internal import Vocabulary

/// The checks across the fields of one configuration, which collect what is wrong.
///
/// Each also gives what it checked, resolved; that is of use only if there are no problems.
struct Checks {
  /// What the spec gives.
  let settings: Settings
  /// What the data is like.
  let facts: DataFacts
  /// What is wrong.
  private(set) var problems: [ConfigurationProblem] = []
  /// Whether the targets do not fit the task, so that nothing can be said of what depends on it.
  private var isTaskUnfit = false

  /// Begins with no problems.
  init(settings: Settings, facts: DataFacts) {
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
    if !task.fits(facts.targets) {
      report(.targetsUnfit(task), .task, others: [.dataset])
      isTaskUnfit = true
    }
    return task
  }

  /// The sizes of the layers, with `auto` taken from the data.
  mutating func layerSizes(_ layers: [SpecValue], task: Task) -> [Int] {
    let last = layers.count - 1
    for index in 1..<last where layers[index].asInteger == nil {
      report(.autoForHiddenLayer, .layers, element: index)
    }
    let inputs = layers[0].asInteger ?? facts.inputs
    if inputs != facts.inputs {
      report(
        .inputsDiffer(written: inputs, data: facts.inputs), .layers, element: 0,
        others: [.dataset])
    }
    let needed = task.outputs(for: facts.targets)
    let outputs = layers[last].asInteger ?? needed
    let mayBeMore = task == .multiclass && facts.targets.columns == 1
    if outputs < needed || (outputs > needed && !mayBeMore) {
      report(
        .outputsDiffer(written: outputs, needed: needed, task: task), .layers, element: last,
        others: [.dataset, .task])
    }
    return [inputs] + layers[1..<last].map { $0.asInteger ?? 0 } + [outputs]
  }

  /// The activation of the hidden layers, which must be given if there are any.
  mutating func activation(layers: [SpecValue]) -> Choice<Activation>? {
    guard layers.count > 2 else { return nil }
    let activation = settings.choice(.activation, of: Activation.self)
    if activation == nil { report(.activationMissing, .activation, others: [.layers]) }
    return activation
  }

  /// The optimizer, whose settings must suit each other.
  mutating func optimizer() -> Choice<Optimizer> {
    let optimizer = settings.choice(.optimizer, of: Optimizer.self) ?? Choice(.sgd)
    switch optimizer.word {
    case .sgd:
      if optimizer.isOn("nesterov"), optimizer.number("momentum") == 0 {
        report(.nesterovWithoutMomentum, .optimizer, setting: "nesterov")
      }
    }
    return optimizer
  }

  /// The numbers that steps are made of, which must not vanish or overflow in the run's precision.
  mutating func stepSizes(optimizer: Choice<Optimizer>, learningRate: Double) {
    guard settings.choice(.precision, of: Precision.self)?.word ?? .float32 == .float32 else {
      return
    }
    func check(_ number: Double, _ field: Field, _ setting: String? = nil) {
      let rounded = Float(number)
      guard number != 0, rounded == 0 || rounded.isInfinite else { return }
      report(.beyondFloat32(number), field, setting: setting, others: [.precision])
    }
    check(learningRate, .learningRate)
    switch optimizer.word {
    case .sgd: check(optimizer.number("momentum"), .optimizer, "momentum")
    }
  }

  /// The metrics: those written, which must suit the task, or its default.
  mutating func metrics(task: Task) -> [Metric] {
    guard settings[.metrics] != nil else { return task == .regression ? [.rmse] : [.accuracy] }
    let metrics = uniqueWords(.metrics, of: Metric.self)
    for (index, metric) in metrics.enumerated() where !metric.applies(to: task) {
      report(
        .metricUnfit(metric, task), .metrics, element: index, others: [.task, .dataset, .layers])
    }
    return metrics
  }

  /// The words of a list, none of which may stand twice.
  mutating func uniqueWords<Kind: Word>(_ field: Field, of kind: Kind.Type) -> [Kind] {
    let words = settings.words(field, of: kind) ?? []
    for (index, word) in words.enumerated() where words[..<index].contains(word) {
      report(.repeated(word.name), field, element: index)
    }
    return words
  }
}
