public import Experiments
public import RunRecords
internal import Vocabulary

/// The order of an experiment's runs from best to worst, by the score that the plan names.
///
/// Configurations are ordered by the mean over their finished runs, those with a diverged run last;
/// inside one, runs are ordered by their own score, diverged ones last. Where configurations drop out
/// rung by rung, those of later rungs come first, but for the diverged. A score that is no number
/// or was not measured counts as diverged; ties keep the order of the plan. Runs that have not
/// finished have no rank. Where only the whole can tell, none has: in a part of a plan, and where a
/// rung above the first was cut short, which leaves all that is ranked by earlier rungs open.
public struct RunRanking: Sendable {
  /// The indices of the finished runs, the best first.
  public let order: [Int]
  /// The rank of each run from 1, in the order of the plan; nil for runs that have not finished.
  public let runRanks: [Int?]
  /// The numbers of the configurations that have a finished run, the best first.
  public let configurationOrder: [Int]
  /// The rank of each configuration from 1, by its number less 1; nil where no run has finished.
  public let configurationRanks: [Int?]

  /// Ranks the runs of a plan.
  ///
  /// - Precondition: there is one record for each run, in the order of the plan.
  /// - Complexity: O(n log n) for n runs.
  public init(_ plan: RunPlan, _ records: [RunRecord]) {
    precondition(records.count == plan.runs.count)
    let scores = records.map { Self.score($0, plan.ranking) }
    var members = [[Int]](repeating: [], count: plan.configurationCount)
    let isOpen =
      plan.shardShare != nil || records.contains { $0.status == .interrupted && $0.rung ?? 1 > 1 }
    for (index, run) in plan.runs.enumerated() where !isOpen && records[index].summary != nil {
      members[run.configurationNumber - 1].append(index)
    }
    let means = members.map { Self.mean($0.map { scores[$0] }) }
    let finished = members.indices.filter { !members[$0].isEmpty }
    let rungs = members.map { $0.compactMap { records[$0].rung }.max() ?? 0 }
    let configurations = Self.sorted(finished, by: means, plan.ranking.goal, rungs: rungs)
    order = configurations.flatMap { Self.sorted(members[$0], by: scores, plan.ranking.goal) }
    configurationOrder = configurations.map { $0 + 1 }
    runRanks = Self.places(order, count: records.count)
    configurationRanks = Self.places(configurations, count: members.count)
  }

  /// The score of a run; nil where it is no number, the run diverged, or it has not finished.
  private static func score(_ record: RunRecord, _ ranking: RunPlan.Ranking) -> Double? {
    guard let summary = record.summary, summary.status.isRanked,
      let score = summary.score(ranking.score), !score.isNaN
    else { return nil }
    return score
  }

  /// The mean of scores; nil where one is missing, or there is none.
  private static func mean(_ scores: [Double?]) -> Double? {
    var sum = 0.0
    for score in scores {
      guard let score else { return nil }
      sum += score
    }
    let mean = sum / Double(scores.count)
    return mean.isNaN ? nil : mean
  }

  /// Indices by their scores, the best first, those without one last, those of later rungs before
  /// others, ties as they were.
  private static func sorted(
    _ indices: [Int], by scores: [Double?], _ goal: Goal, rungs: [Int]? = nil
  ) -> [Int] {
    indices.sorted { left, right in
      switch (scores[left], scores[right]) {
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil), (_?, _?): break
      }
      if let rungs, rungs[left] != rungs[right] { return rungs[left] > rungs[right] }
      guard let a = scores[left], let b = scores[right], a != b else { return left < right }
      return switch goal {
      case .minimize: a < b
      case .maximize: a > b
      }
    }
  }

  /// For each index its place in `order`, from 1.
  private static func places(_ order: [Int], count: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: count)
    for (place, index) in order.enumerated() { places[index] = place + 1 }
    return places
  }
}
