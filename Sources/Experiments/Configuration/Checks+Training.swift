internal import Vocabulary

extension Checks {
  /// A schedule with every setting filled in.
  struct ScheduleResolution {
    /// The schedule.
    let choice: Choice<Schedule>
    /// The rate that its formula begins from: `learning_rate`, or the peak of `one_cycle`.
    let learningRate: Double
    /// The score that it looks at, if it looks at one.
    let monitor: Score?
  }

  /// The schedule, which must suit the epochs, and look at a score that there is.
  mutating func schedule(
    learningRate: Double, epochs: Int, scores: [Score]
  ) -> ScheduleResolution {
    let written = settings.choice(.schedule, of: Schedule.self) ?? Choice(.constant)
    switch written.word {
    case .constant, .step, .exponential, .cosine:
      return ScheduleResolution(choice: written, learningRate: learningRate, monitor: nil)
    case .warmupCosine:
      let warmup = written.number("warmup")
      if epochs > 0, warmup >= Double(epochs) {
        report(
          .training(.warmupTooLong(warmup, epochs: epochs)), .schedule, setting: "warmup",
          others: [.epochs])
      }
      return ScheduleResolution(choice: written, learningRate: learningRate, monitor: nil)
    case .oneCycle:
      let peak = written.numberIfGiven("peak") ?? learningRate
      let start = written.numberIfGiven("start") ?? peak / 25
      let choice = written.setting("peak", to: .number(peak)).setting("start", to: .number(start))
      return ScheduleResolution(choice: choice, learningRate: peak, monitor: nil)
    case .reduceOnPlateau:
      let score = monitor(written.text("monitor"), among: scores, of: .schedule)
      return ScheduleResolution(choice: written, learningRate: learningRate, monitor: score)
    }
  }

  /// The epoch that training ends at.
  mutating func stopAt(epochs: Int) -> Int {
    let epoch = settings.integer(.stopAt) ?? epochs
    if epoch > epochs {
      report(.training(.stopBeyondEpochs(epoch, epochs: epochs)), .stopAt, others: [.epochs])
    }
    return epoch
  }

  /// When training ends before that; nil where it does not.
  mutating func earlyStopping(scores: [Score]) -> EarlyStopping? {
    guard let written = settings[.earlyStopping], written != .boolean(false) else { return nil }
    let standard = Field.earlyStopping.declaration.shape.freeMembers
    func value(_ name: String) -> SpecValue? {
      written[name] ?? standard.first { $0.name == name }?.standard.value
    }
    guard let name = value("monitor")?.asText, let patience = value("patience")?.asInteger,
      let minDelta = value("min_delta")?.asNumber
    else { preconditionFailure("early_stopping was not validated") }
    let score = monitor(name, among: scores, of: .earlyStopping) ?? Score(.train, .loss)
    return EarlyStopping(
      monitor: score,
      goal: value("mode").flatMap(Choice<Goal>.init)?.word ?? score.quantity.goal,
      patience: patience, minDelta: minDelta,
      restoresBest: value("restore_best") == .boolean(true))
  }

  /// The score of a name; nil where the run has none, which is then reported.
  private mutating func monitor(
    _ name: String, among scores: [Score], of field: Field
  ) -> Score? {
    if let score = scores.first(where: { $0.name == name }) { return score }
    let validation = "\(Score.Part.validation.rawValue)_"
    let hasValidation = scores.contains { $0.part == .validation }
    let wouldBe = scores.contains { name == validation + $0.quantity.name }
    report(
      wouldBe && !hasValidation
        ? .training(.monitorWithoutValidation(name))
        : .training(.unknownMonitor(name, scores: scores.map(\.name))),
      field, setting: "monitor", others: [.metrics, .task, .dataset])
    return nil
  }

  /// The numbers that steps are made of, which must not vanish or overflow in the run's precision.
  mutating func float32Range(
    of hidden: [HiddenLayer], _ learningRate: Double, _ optimizer: Choice<Optimizer>,
    _ schedule: Choice<Schedule>, _ loss: Choice<Loss>
  ) {
    guard settings.choice(.precision, of: Precision.self)?.word ?? .float32 == .float32 else {
      return
    }
    check(learningRate, .learningRate)
    for field in [Field.l1, .l2, .clipNorm] { settings.number(field).map { check($0, field) } }
    check(optimizer, .optimizer)
    if schedule.word == .oneCycle {
      for name in ["peak", "start"] {
        check(schedule.number(name), .schedule, setting: name)
      }
    }
    check(loss, .loss)
    for (index, layer) in hidden.enumerated() {
      let numbers = layer.norm.map(Self.numbers) ?? []
      for (_, number) in numbers { check(number, .layers, element: index + 1) }
    }
  }

  /// Reports weights of classes that are 0 or infinite in `float32`, if the run is in it.
  mutating func float32Range(of classWeights: ClassWeights?) {
    guard settings.choice(.precision, of: Precision.self)?.word ?? .float32 == .float32,
      case .labelled(let weights) = classWeights
    else { return }
    for (label, weight) in weights.sorted(by: { $0.key.number < $1.key.number }) {
      check(weight, .classWeight, setting: label.name)
    }
  }

  /// Checks the numeric settings of a word.
  private mutating func check<Kind: Keyword>(_ choice: Choice<Kind>, _ field: Field) {
    for (name, number) in Self.numbers(of: choice) { check(number, field, setting: name) }
  }

  /// The settings of a word that are numbers with a fraction.
  private static func numbers<Kind: Keyword>(of choice: Choice<Kind>) -> [(String, Double)] {
    zip(choice.word.settings, choice.values).compactMap { setting, value in
      value?.asNumber.map { (setting.name, $0) }
    }
  }

  /// Checks one number.
  private mutating func check(
    _ number: Double, _ field: Field, setting: String? = nil, element: Int? = nil
  ) {
    let rounded = Float(number)
    guard number != 0, rounded == 0 || rounded.isInfinite else { return }
    report(
      .training(.beyondFloat32(number)), field, setting: setting, element: element,
      others: [.precision])
  }
}
