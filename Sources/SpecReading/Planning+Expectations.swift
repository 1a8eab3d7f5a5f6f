internal import Experiments
internal import SpecSyntax

extension Planning {
  /// Reports the expectations that have nothing to look at among the runs of a plan.
  func reportIdleExpectations(of plan: RunPlan, to log: inout DiagnosticLog) {
    let items = reader.sites.fields[.expect]?.items ?? []
    for (item, expectation) in zip(items, plan.experiment.expectations) {
      for problem in plan.problems(with: expectation) {
        log.insert(diagnostic(problem, with: expectation, in: plan, at: item))
      }
    }
  }

  /// The wording of a problem.
  private func diagnostic(
    _ problem: RunPlan.ExpectationProblem, with expectation: Expectation, in plan: RunPlan,
    at item: SyntaxNode
  ) -> Diagnostic {
    func node(_ key: Expectation.Key) -> SyntaxNode { item[key.rawValue] ?? item }
    switch problem {
    case .notSwept(let index):
      let entry = node(.where).entries.map { $0[index] }
      return .conditionOfNoAxis(
        expectation.conditions[index].path.key, axes: plan.keys.map(\.key),
        at: entry?.keySite ?? item.site)
    case .valueNotTaken(let index):
      let path = expectation.conditions[index].path
      let entry = node(.where).entries.map { $0[index] }
      return .conditionOfNoValue(
        path.key, plan.distinctValues(of: path), at: entry?.value.site ?? item.site)
    case .nothingSelected: return .nothingSelected(at: node(.where).site)
    case .notMeasured(let score):
      return .notMeasured(score, has: plan.scores.map(\.name), at: node(.metric).site)
    case .notRepeated(let repetition):
      return .notRepeated(repetition, at: node(.over).site)
    }
  }
}
