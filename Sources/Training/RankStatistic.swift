/// How well scores separate what they are the scores of.
enum RankStatistic {
  /// The area under the receiver operating characteristic: the share of all pairs of a positive and
  /// a negative sample in which the positive one has the larger score, ties counting half.
  ///
  /// Source: the Mann–Whitney U statistic; Hanley and McNeil 1982. Pairs are counted, so that nothing
  /// is rounded but the last division; those with a score that is no number count as lost.
  ///
  /// - Returns: nil where all samples are positive, or all negative.
  /// - Complexity: O(n log n).
  static func areaUnderCurve(_ samples: [(score: Double, isPositive: Bool)]) -> Double? {
    let positives = samples.count(where: \.isPositive)
    let negatives = samples.count - positives
    guard positives > 0, negatives > 0 else { return nil }
    let sorted = samples.filter { !$0.score.isNaN }.sorted { $0.score < $1.score }
    var negativesBelow = 0
    var halfPairs = 0
    var start = 0
    while start < sorted.count {
      var (end, tiedPositives) = (start, 0)
      while end < sorted.count, sorted[end].score == sorted[start].score {
        tiedPositives += sorted[end].isPositive ? 1 : 0
        end += 1
      }
      let tiedNegatives = end - start - tiedPositives
      halfPairs += tiedPositives * (2 * negativesBelow + tiedNegatives)
      negativesBelow += tiedNegatives
      start = end
    }
    return Double(halfPairs) / (2 * Double(positives) * Double(negatives))
  }
}
