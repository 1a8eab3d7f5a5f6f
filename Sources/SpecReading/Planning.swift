internal import Experiments
internal import SpecSyntax
internal import Vocabulary

/// Makes the plan of what was read, and turns its problems into diagnostics.
struct Planning {
  /// What was read, and where.
  let reader: SpecReader

  /// The plan, or nil where there is none; the reason has then been reported.
  ///
  /// Where some fields could not be read, the rest is planned with stand-ins for them, and only
  /// problems that no unread field has a part in are reported.
  func plan(
    _ experiment: Experiment, facts: (DatasetSource) throws(DataProblem) -> DataFacts,
    weights: WeightsFacts.Lookup, reportingTo log: inout DiagnosticLog
  ) -> RunPlan? {
    let isWhole = reader.unread.isEmpty
    guard let experiment = isWhole ? experiment : standIn(for: experiment) else { return nil }
    do {
      let plan = try RunPlan(expanding: experiment, facts: facts, weights: weights)
      guard isWhole else { return nil }
      reportIdleExpectations(of: plan, to: &log)
      warn(of: plan, in: &log)
      return plan
    } catch {
      report(error, to: &log)
      return nil
    }
  }

  /// The experiment with examples in place of what could not be read, and the first values of the
  /// axes in place of a sweep that could not.
  ///
  /// - Returns: nil where the data or the layers are unknown, without which nothing can be checked.
  private func standIn(for experiment: Experiment) -> Experiment? {
    guard !reader.unread.contains(.dataset), !reader.unread.contains(.layers) else { return nil }
    var settings = experiment.settings
    if reader.unread.contains(.sweep) {
      for axis in reader.axes where axis.path.setting == nil {
        settings[axis.path.field] = axis.example
      }
    }
    for field in reader.unread where field.declaration.role == .run {
      let declaration = field.declaration
      settings[field] =
        declaration.standard == .absent
        ? nil : declaration.standard.value ?? declaration.example
    }
    return Experiment(
      name: experiment.name, description: experiment.description, settings: settings,
      sweep: reader.unread.contains(.sweep) ? .none : experiment.sweep,
      onDivergence: experiment.onDivergence)
  }

  /// Reports why there is no plan.
  private func report(_ failure: RunPlan.Failure, to log: inout DiagnosticLog) {
    let sites = reader.sites
    switch failure {
    case .tooManyRuns(let count, let allowed):
      log.insert(.tooManyRuns(count, allowed: allowed, at: sites.sweepSite("max_runs")))
    case .seedsOverflow:
      log.insert(.seedsOverflow(at: sites.sweepSite("seeds")))
    case .everythingExcluded:
      log.insert(.everythingExcluded(at: sites.sweepSite("exclude")))
    case .problems(let placed):
      report(placed.filter { isCertain($0.problem) }, to: &log)
    }
  }

  /// Reports problems, of each key the first ten.
  private func report(_ problems: [RunPlan.PlacedProblem], to log: inout DiagnosticLog) {
    var found: [SettingPath: [Diagnostic]] = [:]
    var seen: Set<Diagnostic> = []
    for placed in problems {
      let diagnostic = Diagnostic.problem(
        placed.problem, isClash: isClash(placed.problem), at: site(of: placed))
      guard seen.insert(diagnostic).inserted else { continue }
      found[placed.problem.path, default: []].append(diagnostic)
    }
    for (path, diagnostics) in found {
      for diagnostic in diagnostics.prefix(10) { log.insert(diagnostic) }
      if diagnostics.count > 10 {
        let site = reader.sites.sweepSite("parameters")
        log.insert(.moreProblems(diagnostics.count - 10, of: path, at: site))
      }
    }
  }

  /// Whether several swept keys have a part in a problem, so that some combinations may be sound.
  private func isClash(_ problem: ConfigurationProblem) -> Bool {
    let fields = [problem.path.field] + problem.others
    return reader.axes.count { $0.listed.count != 1 && fields.contains($0.path.field) } > 1
  }

  /// Whether a problem would stand whatever the unread fields say.
  private func isCertain(_ problem: ConfigurationProblem) -> Bool {
    var uncertain = reader.unread
    if uncertain.contains(.sweep) {
      uncertain.formUnion((reader.sites.axes + reader.sites.inclusions.joined()).map(\.path.field))
    }
    return uncertain.isDisjoint(with: [problem.path.field] + problem.others)
  }

  /// Where a problem is.
  private func site(of placed: RunPlan.PlacedProblem) -> SourceSite {
    let (problem, sites) = (placed.problem, reader.sites)
    switch problem.kind {
    case .data(let data):
      return sites.site(of: problem.path, keys: data.keys, in: placed.place)
    case .sweep(.noSuchSetting): return sites.key(problem.path, in: placed.place)
    case .sweep(.sharedRuns): return sites.configuration(placed.place)
    case .sweep(.unknownScore), .sweep(.halvingByTestScore):
      return sites.sweepSite("rank_by", "metric")
    case .sweep(.halvingOfOneRung): return sites.sweepSite("halving", "min")
    case .sweep(.halvingToOtherEpochs): return sites.sweepSite("halving")
    case .sweep(.settingUnfit), .split, .network, .objective, .training:
      return sites.site(of: problem.path, element: problem.element, in: placed.place)
    }
  }

  /// Reports what is odd about a plan.
  private func warn(of plan: RunPlan, in log: inout DiagnosticLog) {
    let exclusions = reader.sites.fields[.sweep]?["exclude"]?.items ?? []
    for index in plan.idleExclusions {
      log.insert(.idleExclusion(at: exclusions[index].site))
    }
    for idle in IdleFields(plan).found {
      let axis = (reader.sites.axes + reader.sites.inclusions.joined())
        .first { $0.path == SettingPath(idle.field) }
      let site = axis?.key ?? reader.sites.fields[idle.field]?.site
      site.map { log.insert(.idleField(idle.field, idle.reason, at: $0)) }
    }
    if plan.duplicateCount > 0 {
      let site = reader.sites.sweepSite(reader.axes.isEmpty ? "include" : "parameters")
      log.insert(.duplicateRuns(plan.duplicateCount, at: site))
    }
  }
}
