import TestSupport
import Testing
import Vocabulary

@testable import Experiments

/// A sweep is nothing but its configurations, each as it is by itself.
@Suite struct RandomSweepTests {
  /// The runs of a configuration, and the values that it gives to keys.
  private struct Single {
    /// The plan of the configuration alone.
    let plan: RunPlan
    /// What the sweep gives it.
    let assignments: [Sweep.Assignment]
  }

  private func plan(_ experiment: Experiment) throws(RunPlan.Failure) -> RunPlan {
    try RunPlan(expanding: experiment) { _ in facts() }
  }

  /// Every configuration of an experiment by itself, but for those left out; nil where one cannot be.
  private func singles(_ experiment: Experiment) -> [Single]? {
    let sweep = experiment.sweep
    guard let points = sweep.points(seed: experiment.settings.seed) else { return nil }
    let taken = (0..<points.count).filter { number in
      let levels = points.levels(number, of: sweep)
      return !sweep.exclusions.contains { $0.excludes(levels, of: sweep.axes) }
    }
    let all =
      taken.map { number in
        zip(sweep.axes, points.values(number, of: sweep)).map { Sweep.Assignment($0.path, $1) }
      } + sweep.inclusions
    var singles: [Single] = []
    for assignments in all {
      var settings = experiment.settings
      guard settings.set(assignments).isEmpty,
        let plan = try? plan(
          Experiment(
            name: experiment.name, description: nil, settings: settings,
            sweep: Sweep(axes: [], seeds: sweep.seeds, rankBy: nil, maxRuns: sweep.maxRuns),
            onDivergence: .fail))
      else { return nil }
      singles.append(Single(plan: plan, assignments: assignments))
    }
    return singles
  }

  /// Checks that the plan of a sweep has the runs of its configurations, each as it is alone.
  private func check(_ plan: RunPlan, _ singles: [Single]) {
    var seen: Set<RunID> = []
    var expected: [(run: RunPlan.Run, single: Single)] = []
    for single in singles {
      for run in single.plan.runs where seen.insert(run.id).inserted {
        expected.append((run, single))
      }
    }
    #expect(plan.runs.map(\.id) == expected.map(\.run.id))
    #expect(plan.runs.map(\.configuration) == expected.map(\.run.configuration))
    #expect(
      plan.scores
        == Score.columns(for: Metric.allCases).filter { score in
          expected.contains { $0.run.configuration.scores.contains(score) }
        })
    #expect(plan.hasFolds == expected.contains { $0.run.configuration.split?.fold != nil })
    let isValidated = expected.allSatisfy { $0.run.configuration.rows.validation > 0 }
    #expect(plan.ranking.score == Score(isValidated ? .validation : .train, .loss))
    for (run, (alone, single)) in zip(plan.runs, expected) {
      for (key, value) in zip(plan.keys, run.parameters) {
        let own = single.assignments.first { $0.path == key }?.value
        let settings = plan.experiment.settings
        let possible =
          own.map { [$0] } ?? [
            alone.configuration.value(of: key, in: settings),
            settings.value(of: key.field) ?? .text("none"),
          ]
        #expect(possible.contains(value))
        #expect(plan.values(of: key).contains(value))
      }
      var (own, dataConfiguration) = (
        run.configuration, plan.dataConfigurations[run.dataConfiguration]
      )
      for group in AxisGroup.allCases {
        AxisGroupValue(of: group, in: own).set(in: &dataConfiguration)
      }
      own.seed = dataConfiguration.seed
      #expect(own == dataConfiguration)
    }
    #expect(haveOwnFamilies(plan))
  }

  /// Whether runs are of one family only where nothing but seeds and sizes of numbers tells them
  /// apart.
  private func haveOwnFamilies(_ plan: RunPlan) -> Bool {
    let families = Dictionary(grouping: plan.runs, by: \.family)
    return families.values.allSatisfy { runs in
      Set(runs.map(\.dataConfiguration)).count == 1
        && Set(runs.map(\.configuration.optimizer.word)).count == 1
        && Set(runs.map { $0.configuration.l1 == 0 }).count == 1
        && Set(runs.map { $0.configuration.l2 == 0 }).count == 1
        && Set(runs.map { $0.configuration.clipNorm == nil }).count == 1
    }
  }

  @Test func `every run of a sweep is what it is alone, and what is refused alone is refused`() {
    var accepted = 0
    for seed in 0..<600 {
      let experiment = RandomSweep(seed: seed).experiment
      let singles = singles(experiment)
      let issue = Comment(rawValue: "sweep \(seed): \(experiment.sweep)")
      do {
        let plan = try plan(experiment)
        guard let singles else {
          Issue.record(issue)
          return
        }
        check(plan, singles)
        accepted += 1
      } catch {
        switch error {
        case .problems: #expect(singles == nil, issue)
        case .everythingExcluded: #expect(singles?.isEmpty == true, issue)
        case .tooManyRuns, .seedsOverflow: Issue.record(error, issue)
        }
      }
    }
    #expect(accepted > 250)
  }
}
