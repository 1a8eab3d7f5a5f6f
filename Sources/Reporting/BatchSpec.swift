public import Experiments
internal import Vocabulary

/// The text of a batch's `spec.yaml`: the spec as it was understood, which nn-run reads back to the
/// same plan.
public enum BatchSpec {
  /// The spec of a plan: a key that all runs share has its resolved value, one whose `auto` comes
  /// out differently for different runs is left as the spec had it, and swept keys stand in the
  /// sweep alone.
  public static func text(of plan: RunPlan) -> String {
    let experiment = plan.experiment
    let sweptFields = Set(
      experiment.sweep.axes.filter { $0.path.setting == nil }.map(\.path.field))
    var lines: [String] = []
    for field in Field.allCases {
      let text: String? =
        switch field {
        case .name: SpecValue.text(experiment.name).text
        case .description: experiment.description.map(optionalText)
        case .seed: experiment.settings.value(of: .seed)?.text
        case .onDivergence: SpecValue.text(experiment.onDivergence.name).text
        case .sweep: nil
        case .dataset, .task, .layers, .activation, .outputActivation, .initialization,
          .biasInitialization, .loss, .optimizer, .learningRate, .epochs, .batchSize, .shuffle,
          .precision, .metrics, .logEvery, .save:
          sweptFields.contains(field) ? nil : value(of: field, in: plan)?.text
        }
      if let text { lines.append("\(field.key): \(text)") }
    }
    return (lines + sweepLines(of: plan)).map { $0 + "\n" }.joined()
  }

  /// A text for a key that takes `none` for no text at all.
  private static func optionalText(_ text: String) -> String {
    text == "none" ? "\"none\"" : SpecValue.text(text).text
  }

  /// The value that all runs have for a field, else the one that the spec gives them to start from.
  private static func value(of field: Field, in plan: RunPlan) -> SpecValue? {
    let settings = plan.experiment.settings
    let hasSweptSetting = plan.experiment.sweep.axes.contains { $0.path.field == field }
    let first = plan.runs[0].configuration
    let isShared = plan.runs.allSatisfy { run in
      // Data are compared as they are: their value as text may be large.
      field == .dataset
        ? run.configuration.dataset == first.dataset
        : run.configuration.value(of: field) == first.value(of: field)
    }
    return isShared && !hasSweptSetting ? first.value(of: field) : settings.value(of: field)
  }

  private static func sweepLines(of plan: RunPlan) -> [String] {
    let sweep = plan.experiment.sweep
    guard sweep != .none else { return [] }
    var lines = ["sweep:"]
    if !sweep.axes.isEmpty {
      lines.append("  parameters:")
      lines += sweep.axes.map { "    \($0.path.key): \(SpecValue.list($0.values).text)" }
    }
    if !sweep.exclusions.isEmpty {
      lines.append("  exclude:")
      lines += sweep.exclusions.map { exclusion in
        let members = exclusion.valueIndices.sorted { $0.key < $1.key }.compactMap { axis, values in
          values.min().map {
            SpecValue.Member(sweep.axes[axis].path.key, sweep.axes[axis].values[$0])
          }
        }
        return "    - \(SpecValue.mapping(members).text)"
      }
    }
    lines.append("  seeds: \(sweep.seeds)")
    let ranking = plan.ranking
    lines.append("  rank_by: {metric: \(ranking.score.name), goal: \(ranking.goal.name)}")
    lines.append("  max_runs: \(sweep.maxRuns)")
    return lines
  }
}
