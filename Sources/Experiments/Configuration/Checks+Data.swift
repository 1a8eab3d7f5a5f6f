internal import Vocabulary

extension Checks {
  /// How the rows are dealt out, and how many each part gets; no part may be left empty.
  mutating func split(task: Task, _ dataset: PlannedDataset) -> (Split?, RowCounts) {
    guard let value = settings.value(of: .split) else {
      return (nil, RowCounts(train: facts.rows))
    }
    let isDealt =
      ["validation", "test"].contains { value[$0]?.asNumber != nil } || value["folds"] != nil
    let split = Split(
      validation: holding("validation", of: value, dataset.validation?.source),
      test: holding("test", of: value, dataset.test?.source), fold: fold(of: value),
      isStratified: task.hasClasses && value["stratify"] != .boolean(false)
        && isDealt,
      seed: value["seed"]?.asInteger ?? 0)
    let counts = split.counts(of: facts.rows)
    let names = ["validation", "test", "folds", "fold"]
    if names.allSatisfy({ value[$0] == nil }) {
      report(.split(.splitOfNothing), .split)
    }
    if split.validation != nil, value["folds"] != nil {
      report(.split(.validationBesideFolds), .split, setting: "validation")
    }
    if value["stratify"] == .boolean(true), !task.hasClasses {
      report(
        .split(.stratifiedWithoutClasses(task)), .split, setting: "stratify",
        others: [.task, .dataset, .layers])
    }
    if !isDealt, split.validation != nil || split.test != nil {
      for name in ["stratify", "seed"] where value[name] != nil {
        report(.split(.nothingDealt(name)), .split, setting: name)
      }
    }
    reportIfEmpty(split.validation, counts.validation, "validation")
    reportIfEmpty(split.test, counts.test, "test")
    if counts.train == 0 || (split.fold != nil && counts.validation == 0) {
      report(
        split.fold.map { .split(.tooManyFolds($0.count, rows: facts.rows - counts.test)) }
          ?? .split(.noTrainingRows(of: facts.rows)), .split, others: [.dataset])
    }
    if let held = dataset.validation { compare(held.facts, "validation", task: task) }
    if let held = dataset.test { compare(held.facts, "test", task: task) }
    return (
      split,
      RowCounts(
        train: counts.train, validation: dataset.validation?.facts.rows ?? counts.validation,
        test: dataset.test?.facts.rows ?? counts.test)
    )
  }

  /// What is held back for one purpose, with what was found in its files.
  private func holding(
    _ key: String, of value: SpecValue, _ source: DatasetSource?
  ) -> Split.Holding? {
    source.map { .source($0) } ?? value[key].flatMap(Split.Holding.init)
  }

  /// The fold that is held back.
  private mutating func fold(of value: SpecValue) -> Split.Fold? {
    let (number, count) = (value["fold"]?.asInteger, value["folds"]?.asInteger)
    if number != nil, count == nil { report(.split(.foldOfNone), .split, setting: "fold") }
    guard let number, let count else { return nil }
    if number > count {
      report(.split(.foldBeyond(count)), .split, setting: "fold")
      return nil
    }
    return Split.Fold(number, of: count)
  }

  /// Reports a share that comes to no row.
  private mutating func reportIfEmpty(_ holding: Split.Holding?, _ count: Int, _ key: String) {
    guard let share = holding?.share, count == 0 else { return }
    report(
      .split(.emptyPart(share: share, rows: facts.rows)), .split, setting: key, others: [.dataset])
  }

  /// Reports how data that is held back differs from that for training.
  private mutating func compare(_ held: DataFacts, _ key: String, task: Task) {
    let others: [Field] = [.dataset, .task]
    if held.inputs != facts.inputs {
      report(
        .split(.heldInputsDiffer(held.inputs, training: facts.inputs)), .split, setting: key,
        others: others)
    }
    let (targets, training) = (held.targets, facts.targets)
    if targets.columns != training.columns {
      report(
        .split(.heldTargetsDiffer(targets.columns, training: training.columns)), .split,
        setting: key,
        others: others)
    } else if !task.fits(targets) {
      report(.split(.heldTargetsUnfit(task)), .split, setting: key, others: others)
    } else if task.hasClasses, let classes = targets.classes, let known = training.classes,
      let unseen = classes.subtracting(known).min()
    {
      report(.split(.unseenClass(unseen)), .split, setting: key, others: others)
    }
  }

  /// Reports targets that are held back of which the loss has no value.
  mutating func heldTargets(_ dataset: PlannedDataset, loss: Loss, task: Task) {
    guard loss == .binaryCrossEntropy, task == .regression else { return }
    for (held, key) in [(dataset.validation, "validation"), (dataset.test, "test")] {
      if let held, !held.facts.targets.areInUnitInterval {
        report(
          .objective(.lossNeedsProbabilities), .split, setting: key,
          others: [.loss, .outputActivation])
      }
    }
  }

  /// How the inputs are scaled; sums of their squares must be numbers.
  mutating func normalization() -> InputNormalization? {
    let normalization = settings.value(of: .normalize).flatMap(InputNormalization.init)
    if normalization?.isFitted == true, facts.largestInput > 1e150 {
      report(.objective(.inputsTooLarge(facts.largestInput)), .normalize, others: [.dataset])
    }
    return normalization
  }
}

extension Task {
  /// Whether each row has one class.
  var hasClasses: Bool {
    switch self {
    case .binary, .multiclass: true
    case .regression, .multilabel: false
    }
  }
}
