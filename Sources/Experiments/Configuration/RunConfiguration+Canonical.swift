public import Vocabulary

extension RunConfiguration {
  /// The canonical value of a field: nil where it is absent, decides nothing, or is the batch's.
  public func value(of field: Field) -> SpecValue? {
    switch field {
    case .name, .description, .onDivergence, .sweep, .expect: nil
    case .seed: .integer(seed)
    case .dataset: dataset.specValue
    case .task: .text(task.name)
    case .split: split?.specValue
    case .normalize: normalization?.specValue
    case .normalizeTargets:
      normalizesTargets ? .text(TargetNormalization.standard.name) : nil
    case .classWeight: classWeights?.specValue
    case .layers:
      .list(
        [.integer(inputs)] + hidden.map { $0.specValue(beside: hidden[0]) } + [.integer(outputs)])
    case .activation: activation?.specValue
    case .outputActivation: outputActivation.specValue
    case .initialization: initialization.specValue
    case .biasInitialization:
      switch initialization {
      case .drawn: biasInitialization.specValue
      case .file: nil
      }
    case .loss: loss.specValue
    case .optimizer: optimizer.specValue
    case .learningRate: .number(learningRate)
    case .schedule: schedule.word == .constant ? nil : schedule.specValue
    case .epochs: .integer(epochs)
    case .stopAt: stopAt == epochs ? nil : .integer(stopAt)
    case .batchSize:
      switch batchSize {
      case .full: .text("full")
      case .rows(let rows): .integer(rows)
      }
    case .shuffle: batchSize == .full ? nil : .boolean(shuffle)
    case .l1: l1 == 0 ? nil : .number(l1)
    case .l2: l2 == 0 ? nil : .number(l2)
    case .dropout: hidden.first.flatMap { $0.dropout == 0 ? nil : .number($0.dropout) }
    case .clipNorm: clipNorm.map(SpecValue.number)
    case .earlyStopping: earlyStopping?.specValue
    case .precision: .text(precision.name)
    case .metrics: .list(metrics.map { .text($0.name) })
    case .logEvery: .integer(logEvery)
    case .save: .list(save.map { .text($0.name) })
    }
  }

  /// The run's own spec: every field in the order of the table, one to a line.
  ///
  /// Its bytes are what the run's id is made of, and nn-run can read and run it.
  public var canonicalSpec: String { Field.allCases.map(canonicalLine).joined() }

  /// The line of a field in the run's own spec; empty where it has none.
  func canonicalLine(of field: Field) -> String {
    let value = field == .dataset ? datasetText : value(of: field)?.text
    return value.map { "\(field.key): \($0)\n" } ?? ""
  }

  /// The resolved value of a key, else the one that the spec gives all runs, else `none`.
  func value(of path: SettingPath, in settings: FieldValues) -> SpecValue {
    let value = value(of: path.field) ?? settings.value(of: path.field)
    guard let setting = path.setting else { return value ?? .text("none") }
    let shape = path.field.declaration.shape
    let word = shape.words.first { $0.name == value?.word }
    let declared = (word?.settings ?? shape.freeMembers)
      .first { $0.name == setting }
    return value?[setting] ?? declared?.standard.value ?? .text("none")
  }
}
