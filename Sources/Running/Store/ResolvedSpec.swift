public import Experiments
internal import Vocabulary

/// The text of an experiment's `spec.yaml`: the spec as it was understood, which nn-run reads back to the
/// same plan.
public enum ResolvedSpec {
  /// The spec of a plan: a key that all runs share has its resolved value, one whose `auto` comes
  /// out differently for different runs is left as the spec had it, and swept keys stand in the
  /// sweep alone.
  public static func text(of plan: RunPlan) -> String {
    let experiment = plan.experiment
    let sweep = experiment.sweep
    let sweptFields = Set(
      sweep.axes.map(\.path).filter { path in
        // Configurations beside the axes have the value that stands outside the sweep.
        path.setting == nil && sweep.inclusions.allSatisfy { $0.contains { $0.path == path } }
      }.map(\.field))
    var lines: [String] = []
    for field in Field.allCases {
      let text: String? =
        switch field {
        case .name: SpecValue.text(experiment.name).text
        case .description: experiment.description.map(optionalText)
        case .seed: experiment.settings.value(of: .seed)?.text
        case .onDivergence: SpecValue.text(experiment.onDivergence.name).text
        case .sweep, .expect: nil
        case .dataset, .task, .split, .normalize, .normalizeTargets, .classWeight, .layers,
          .activation, .outputActivation,
          .initialization, .biasInitialization, .loss, .optimizer, .learningRate, .schedule,
          .epochs, .stopAt, .batchSize, .shuffle, .l1, .l2, .dropout, .clipNorm, .earlyStopping,
          .precision, .metrics, .logEvery, .save:
          sweptFields.contains(field) ? nil : value(of: field, in: plan)?.text
        }
      if let text { lines.append("\(field.key): \(text)") }
    }
    lines += sweepLines(of: plan) + expectationLines(of: experiment.expectations)
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text for a key that takes `none` for no text at all.
  private static func optionalText(_ text: String) -> String {
    text == "none" ? "\"none\"" : SpecValue.text(text).text
  }

  /// The keys whose resolved values say something only together where layers have settings: a layer
  /// is written with what it has not in common with the first.
  private static let networkFields: [Field] = [.layers, .activation, .dropout]

  /// The value that all runs have for a field, else the one that the spec gives them to start from.
  private static func value(of field: Field, in plan: RunPlan) -> SpecValue? {
    let isTogether = networkFields.contains(field) && hasLayerSettings(plan.experiment)
    let fields = isTogether ? networkFields : [field]
    let isResolved = fields.allSatisfy { isShared($0, in: plan) }
    return isResolved
      ? plan.runs[0].configuration.value(of: field) : plan.experiment.settings.value(of: field)
  }

  /// Whether a layer is written as a mapping.
  private static func hasLayerSettings(_ experiment: Experiment) -> Bool {
    let sweep = experiment.sweep
    let assigned = sweep.inclusions.joined().filter { $0.path.field == .layers }.map(\.value)
    let lists =
      sweep.axes.filter { $0.path.field == .layers }.flatMap(\.listed) + assigned
      + [experiment.settings[.layers]].compactMap(\.self)
    return lists.contains { list in
      list.elements?.contains { $0["units"] != nil } == true
    }
  }

  /// Whether all runs have one value for a field, and nothing of it is swept.
  private static func isShared(_ field: Field, in plan: RunPlan) -> Bool {
    guard !plan.keys.contains(where: { $0.field == field }) else { return false }
    let first = plan.runs[0].configuration
    // Data are compared as they are: their value as text may be large.
    if field == .dataset {
      return plan.dataConfigurations.allSatisfy { $0.dataset == first.dataset }
    }
    let value = first.value(of: field)
    return plan.values(of: field).allSatisfy { $0 == value }
  }

  /// The block of a spec that expects something; no lines where nothing is expected.
  public static func expectationLines(of expectations: [Expectation]) -> [String] {
    guard !expectations.isEmpty else { return [] }
    return ["expect:"] + expectations.map { "  - \($0.specValue.text)" }
  }
}
