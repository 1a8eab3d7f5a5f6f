public import Vocabulary

extension RunPlan {
  /// Why an expectation has nothing to look at among the runs of a plan.
  public enum ExpectationProblem: Hashable, Sendable {
    /// The key of a condition, by its place among them, has one value in all runs.
    case notSwept(Int)
    /// The value of a condition, by its place among them, is in no run.
    case valueNotTaken(Int)
    /// No run meets all conditions.
    case nothingSelected
    /// No run that is looked at has the score.
    case notMeasured(Score)
    /// No runs repeat each other in this way.
    case notRepeated(Expectation.Repetition)
  }

  /// The values that a swept key has in the runs, each once, in the order of the plan; of a run that
  /// was listed several times those of each.
  public func distinctValues(of path: SettingPath) -> [SpecValue] {
    guard let index = keys.firstIndex(of: path) else { return [] }
    let numbers = Set(runs.map(\.number) + runs.flatMap(otherNumbers(of:)))
    var seen: Set<SpecValue> = []
    return numbers.sorted().map { table.parameters($0)[index] }
      .filter { seen.insert(path.canonical($0)).inserted }
  }

  /// The numbers of the configurations that a run was dropped from, as it was listed before.
  private func otherNumbers(of run: Run) -> [Int] {
    otherNumbers.isEmpty ? [] : otherNumbers[run.trial] ?? []
  }

  /// The runs that an expectation looks at, by their indices: those that meet its conditions and
  /// measure its metric.
  ///
  /// A run that was listed several times meets conditions where one of the configurations does that it
  /// was listed for.
  ///
  /// - Complexity: O(runs).
  public func runs(regardedBy expectation: Expectation) -> [Int] {
    let selected = runs(with: expectation.conditions)
    switch expectation.demand {
    case .digest: return selected
    case .score(let score, _, _): return selected.filter(measures(score))
    }
  }

  /// The runs that meet conditions, by their indices.
  private func runs(with conditions: [Expectation.Condition]) -> [Int] {
    conditions.isEmpty ? Array(runs.indices) : runs.indices.filter(meets(conditions))
  }

  /// Whether the run of an index meets conditions.
  private func meets(_ conditions: [Expectation.Condition]) -> (Int) -> Bool {
    let keys = keys
    let sought = conditions.map { condition in
      (
        key: keys.firstIndex(of: condition.path), path: condition.path,
        value: condition.path.canonical(condition.value)
      )
    }
    func areMet(by number: Int) -> Bool {
      let parameters = table.parameters(number)
      return sought.allSatisfy { key, path, value in
        key.map { path.canonical(parameters[$0]) } == value
      }
    }
    return { index in
      let run = runs[index]
      return areMet(by: run.number) || otherNumbers(of: run).contains(where: areMet)
    }
  }

  /// Whether the run of an index has a score.
  private func measures(_ score: Score) -> (Int) -> Bool {
    let areMeasured = dataConfigurations.map { $0.scores.contains(score) }
    return { areMeasured[runs[$0].dataConfiguration] }
  }

  /// What keeps an expectation from having runs to look at; empty where nothing does.
  ///
  /// - Complexity: O(runs).
  public func problems(with expectation: Expectation) -> [ExpectationProblem] {
    var problems: [ExpectationProblem] = []
    for (index, condition) in expectation.conditions.enumerated() {
      if !keys.contains(condition.path) {
        problems.append(.notSwept(index))
      } else if !runs.indices.contains(where: meets([condition])) {
        problems.append(.valueNotTaken(index))
      }
    }
    if problems.isEmpty {
      let selected = runs(with: expectation.conditions)
      if selected.isEmpty {
        problems.append(.nothingSelected)
      } else if case .score(let score, _, _) = expectation.demand,
        !selected.contains(where: measures(score))
      {
        problems.append(.notMeasured(score))
      }
    }
    if case .repetitions(let repetition, _) = expectation.subject, !isRepeated(over: repetition) {
      problems.append(.notRepeated(repetition))
    }
    return problems
  }

  /// Whether configurations are trained several times in such a way.
  private func isRepeated(over repetition: Expectation.Repetition) -> Bool {
    switch repetition {
    case .seeds: hasSeeds
    case .folds: hasFolds
    case .all: hasSeeds || hasFolds
    }
  }
}

extension SettingPath {
  /// A value of the key in its one form: the bias 0 is the same as `zeros`.
  public func canonical(_ value: SpecValue) -> SpecValue {
    guard field == .biasInitialization else { return value }
    return BiasSource(value)?.specValue ?? value
  }
}
