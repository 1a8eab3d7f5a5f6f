import TestPlans
import Vocabulary

@testable import Experiments

/// The plan of a spec that must be sound.
func plan(_ text: String, stem: String = "spec") throws -> RunPlan {
  try RunPlan(spec: text, name: stem)
}

extension RunPlan {
  /// The same runs on data of these parts, with the scores and the ranking that come of it.
  func with(_ rows: RowCounts) -> RunPlan {
    let runs = runs.map { run in
      var configuration = run.configuration
      configuration.rows = rows
      return Run(
        id: run.id, configuration: configuration, configurationNumber: run.configurationNumber,
        parameters: run.parameters)
    }
    return RunPlan(
      experiment: experiment, runs: runs, duplicates: [], idleExclusions: [],
      scores: Self.scores(of: runs),
      ranking: Ranking(score: Self.preferredScore(of: runs), goal: .minimize))
  }
}
