internal import Experiments
internal import Vocabulary

extension ResolvedSpec {
  /// The lines of the sweep of a plan; none where it has none.
  static func sweepLines(of plan: RunPlan) -> [String] {
    let sweep = plan.experiment.sweep
    guard sweep != .none else { return [] }
    let free = sweep.axes[..<sweep.freeAxisCount]
    var lines = ["sweep:"]
    if !free.isEmpty {
      lines.append("  parameters:")
      lines += free.map { "    \($0.path.key): \(values(of: $0).text)" }
    }
    lines += list(
      "zip", sweep.zips.map { group in sweep.axes[group].map { ($0.path, values(of: $0)) } })
    lines += list(
      "exclude", sweep.exclusions.map { $0.parts.map { (sweep.axes[$0.axis].path, $0.value) } })
    lines += list("include", sweep.inclusions.map { $0.map { ($0.path, $0.value) } })
    if let samples = sweep.samples {
      lines += ["  method: \(sweep.method.name)", "  samples: \(samples)"]
    }
    lines.append("  seeds: \(sweep.seeds)")
    let ranking = plan.ranking
    lines.append("  rank_by: {metric: \(ranking.score.name), goal: \(ranking.goal.name)}")
    if let halving = sweep.halving { lines.append("  halving: \(halving.specValue.text)") }
    lines.append("  max_runs: \(sweep.maxRuns)")
    return lines
  }

  /// A list of mappings, one to a line; nothing where there are none.
  private static func list(
    _ name: String, _ mappings: [[(key: SettingPath, value: SpecValue)]]
  ) -> [String] {
    guard !mappings.isEmpty else { return [] }
    return ["  \(name):"]
      + mappings.map { members in
        "    - "
          + SpecValue.mapping(members.map { SpecValue.Member($0.key.key, $0.value) }).text
      }
  }

  /// The values of an axis: a list, or what they are drawn from.
  private static func values(of axis: Sweep.Axis) -> SpecValue {
    func range(_ name: String, _ ends: [SpecValue]) -> SpecValue {
      .mapping([SpecValue.Member(name, .list(ends))])
    }
    return switch axis.values {
    case .list(let values): .list(values)
    case .distribution(.uniform(let low, let high)):
      range("uniform", [.number(low), .number(high)])
    case .distribution(.logUniform(let low, let high)):
      range("log_uniform", [.number(low), .number(high)])
    case .distribution(.integers(let low, let high)):
      range("int_uniform", [.integer(low), .integer(high)])
    }
  }
}
