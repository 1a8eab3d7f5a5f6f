internal import Vocabulary

extension RunPlan {
  /// The scores of all runs together: losses first, then metrics in the order of the documentation.
  static func scores(of runs: [RunPlan.Run]) -> [Score] {
    // Most runs measure the same, and a plan has thousands.
    struct Measured: Hashable {
      let metrics: [Metric]
      let hasValidation: Bool
      let hasTest: Bool
    }
    var kinds: Set<Measured> = []
    var scores: Set<Score> = []
    for configuration in runs.map(\.configuration) {
      let rows = configuration.rows
      let measured = Measured(
        metrics: configuration.metrics, hasValidation: rows.validation > 0, hasTest: rows.test > 0)
      if kinds.insert(measured).inserted { scores.formUnion(configuration.scores) }
    }
    return Score.columns(for: Metric.allCases).filter(scores.contains)
  }

  /// The validation loss where every run has one, else the training loss.
  static func preferredScore(of runs: [RunPlan.Run]) -> Score {
    let isValidated = runs.allSatisfy { $0.configuration.rows.validation > 0 }
    return Score(isValidated ? .validation : .train, .loss)
  }
}

extension RunPlan.Ranking {
  /// The ranking that a spec asks for, or else by a loss; nil where it names no score of the runs.
  init?(_ criterion: Sweep.RankBy?, scores: [Score], preferred loss: Score) {
    guard let criterion else {
      self.init(score: loss, goal: loss.quantity.goal)
      return
    }
    guard let score = scores.first(where: { $0.name == criterion.metric }) else { return nil }
    self.init(score: score, goal: criterion.goal ?? score.quantity.goal)
  }
}
