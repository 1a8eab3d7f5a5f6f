import Vocabulary

@testable import Experiments

extension RunPlan {
  /// The same runs on data of these parts, with the scores and the ranking that come of it.
  func with(_ rows: RowCounts) -> RunPlan {
    let old = self.runs[0].table
    var bases = old.bases
    for index in bases.all.indices { bases.all[index].rows = rows }
    let table = ConfigurationTable(
      experiment: experiment, points: old.points, bases: bases, groups: old.groups)
    let runs = self.runs.map { run in
      Run(
        id: run.id, configurationNumber: run.configurationNumber, seed: run.seed,
        number: run.number, foldIndex: run.foldIndex, table: table)
    }
    return RunPlan(
      experiment: experiment, runs: runs, table: table, seeds: seeds, hasFolds: hasFolds,
      duplicates: [], otherNumbers: [:], idleExclusions: [],
      scores: Self.scores(of: bases.all),
      ranking: Ranking(score: Self.preferredScore(of: bases.all), goal: .minimize))
  }
}
