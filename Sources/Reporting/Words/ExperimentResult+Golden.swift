public import Experiments
internal import RunRecords
public import Running
internal import Vocabulary

extension ExperimentResult {
  /// What could be expected of the best run and holds as it is: for the score that runs are ranked by a
  /// bound, rounded away from it to 6 digits, and its digest; the digest alone where the run diverged,
  /// or the score is no finite number, as no bound holds then; nil where no run is known to be the best.
  public var goldenExpectations: [Expectation]? {
    guard let best, let summary = records[best].summary else { return nil }
    let digest = Expectation(.digest(summary.digest), of: .bestRun)
    guard summary.status.isRanked, let number = summary.score(plan.ranking.score), number.isFinite
    else { return [digest] }
    let bounds: Expectation.Bounds =
      switch plan.ranking.goal {
      case .minimize:
        Expectation.Bounds(minimum: nil, maximum: number.rounded(.up, toSignificantDigits: 6))
      case .maximize:
        Expectation.Bounds(minimum: number.rounded(.down, toSignificantDigits: 6), maximum: nil)
      }
    return [Expectation(.score(plan.ranking.score, .saved, bounds), of: .bestRun), digest]
  }

  /// What the best run is called: `kxvzwrmt (learning_rate 0.1, seed 3)`; nil where none has finished.
  public var bestLabel: String? { best.map { RunNaming(plan).label($0) } }

  /// The runs that have not finished, as reports call them.
  public var unfinishedLabels: [String] {
    let unfinished = records.indices.filter { records[$0].summary == nil }
    guard !unfinished.isEmpty else { return [] }
    let naming = RunNaming(plan)
    return unfinished.map(naming.label)
  }
}

extension Double {
  /// Which way a number is rounded.
  enum Direction {
    /// To a number that is no less.
    case up
    /// To a number that is no greater.
    case down
  }

  /// The nearest number of at most so many significant decimal digits on one side of a finite number.
  func rounded(_ direction: Direction, toSignificantDigits count: Int) -> Double {
    let exact = DecimalDigits(self)
    guard exact.digits.count > count else { return self }
    func short(_ number: Double) -> Double {
      let digits = DecimalDigits(number).rounded(places: count - exact.point)
      return Double(digits.scientific(decimals: count)) ?? number
    }
    let unit = Double("1e\(exact.point - count)") ?? 0
    let nearest = short(self)
    switch direction {
    case .up: return nearest >= self ? nearest : short(nearest + unit)
    case .down: return nearest <= self ? nearest : short(nearest - unit)
    }
  }
}
