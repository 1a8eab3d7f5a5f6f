internal import Vocabulary

extension RunPlan {
  /// The scores of some configurations together: losses first, then metrics in the order of the
  /// documentation.
  static func scores(of configurations: [RunConfiguration]) -> [Score] {
    let scores = Set(configurations.flatMap(\.scores))
    return Score.columns(for: Metric.allCases).filter(scores.contains)
  }

  /// The validation loss where every configuration has one, else the training loss.
  static func preferredScore(of configurations: [RunConfiguration]) -> Score {
    let isValidated = configurations.allSatisfy { $0.rows.validation > 0 }
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
