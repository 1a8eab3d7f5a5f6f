internal import Vocabulary

// What is done to targets, and to the rows that have them.
extension Checks {
  /// Whether targets are shifted and scaled; only quantities are, and sums of their squares must be
  /// numbers.
  mutating func normalizesTargets(task: Task, loss: Loss) -> Bool {
    let word = settings.choice(.normalizeTargets, of: TargetNormalization.self)?.word
    switch word {
    case TargetNormalization.none?, nil: return false
    case .standard?: break
    }
    if task != .regression {
      report(
        .objective(.targetsAreNoQuantities(task)), .normalizeTargets, others: [.task, .dataset])
    } else if loss == .binaryCrossEntropy {
      report(
        .objective(.lossNeedsProbabilities), .normalizeTargets, others: [.loss, .outputActivation])
    }
    if facts.targets.largest > 1e150 {
      report(
        .objective(.targetsTooLarge(facts.targets.largest)), .normalizeTargets, others: [.dataset])
    }
    return true
  }

  /// How much the rows of each class count; nil where all count alike.
  mutating func classWeights(task: Task, outputs: Int) -> ClassWeights? {
    guard let value = settings.value(of: .classWeight), value != .text(ClassWeighting.none.name)
    else { return nil }
    guard task.hasClasses else {
      report(
        .objective(.weightsNeedClasses(task)), .classWeight, others: [.task, .dataset, .layers])
      return nil
    }
    guard case .mapping(let members) = value else { return .balanced }
    let names = facts.columns?.classes ?? []
    let classes =
      names.isEmpty ? (0..<(task == .binary ? 2 : outputs)).map(String.init) : names
    var weights: [ClassWeights.Label: Double] = [:]
    for member in members {
      guard let number = classes.firstIndex(of: member.key) else {
        report(
          .objective(.unknownLabel(member.key, labels: classes)), .classWeight, setting: member.key,
          others: [.task, .dataset, .layers])
        continue
      }
      if let weight = member.value.asNumber, weight != 1 {
        weights[ClassWeights.Label(number: number, name: member.key)] = weight
      }
    }
    return weights.isEmpty ? nil : .labelled(weights)
  }
}
