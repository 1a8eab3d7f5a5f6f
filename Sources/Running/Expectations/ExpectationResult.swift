public import Experiments
public import RunRecords

/// What came of an expectation.
public struct ExpectationResult: Sendable {
  /// Whether something is as expected.
  public enum Verdict: String, Sendable {
    /// It is.
    case held
    /// It is not.
    case failed
    /// It is not known, as runs are missing that have a say.
    case undecided
  }

  /// Why nothing can be said yet.
  public enum Gap: Hashable, Sendable {
    /// Runs were interrupted.
    case runs
    /// Runs of other parts of the plan have a say.
    case shards
  }

  /// Why there is nothing to measure, so that nothing is as expected.
  public enum Absence: Hashable, Sendable {
    /// All runs that are looked at were pruned.
    case allPruned
    /// No run has finished.
    case noneFinished
    /// The run ended in such a way, without a result.
    case ended(RunStatus)
    /// The run diverged at an epoch.
    case diverged(epoch: Int)
    /// The loss curve does not have the score.
    case notInCurve
    /// A digest was found where a number is needed.
    case digest
    /// One run has no standard deviation.
    case spreadOfOne
    /// A run's score is no finite number.
    case notFinite(Double)
    /// So it is with one run of several.
    indirect case ofOne(Absence)
  }

  /// What was found of a run, or of runs that are measured together.
  public enum Finding: Hashable, Sendable {
    /// The score.
    case number(Double)
    /// The digest.
    case digest(String)
    /// Nothing, for this reason.
    case nothing(Absence)
    /// Nothing yet, for this reason.
    case pending(Gap)
  }

  /// One thing that was measured.
  public struct Measurement: Sendable {
    /// The runs, by their indices in the plan; none where no run could be chosen.
    public let runs: [Int]
    /// What was found.
    public let finding: Finding
    /// Whether that is as expected.
    public let verdict: Verdict

    /// Judges what was found.
    init(_ runs: [Int], _ finding: Finding, _ demand: Expectation.Demand) {
      self.runs = runs
      self.finding = finding
      verdict =
        switch (finding, demand) {
        case (.pending, _): .undecided
        case (.number(let number), .score(_, _, let bounds)):
          bounds.margin(number) >= 0 ? .held : .failed
        case (.digest(let found), .digest(let expected)): found == expected ? .held : .failed
        case (.nothing, _), (.number, .digest), (.digest, .score): .failed
        }
    }

    /// How far the measurement is inside what is expected; the less, the worse.
    public func margin(_ demand: Expectation.Demand) -> Double {
      switch (finding, demand) {
      case (.number(let number), .score(_, _, let bounds)): bounds.margin(number)
      case (.nothing, _): -.infinity
      case (.number, .digest), (.digest, _), (.pending, _): verdict == .failed ? -1 : .infinity
      }
    }
  }

  /// What was expected.
  public let expectation: Expectation
  /// All that was measured, in the order of the plan; never empty.
  public let measurements: [Measurement]

  /// Joins what was expected and what was found.
  ///
  /// - Precondition: something was measured.
  init(_ expectation: Expectation, _ measurements: [Measurement]) {
    precondition(!measurements.isEmpty)
    self.expectation = expectation
    self.measurements = measurements
  }

  /// Whether everything is as expected: one failure is enough to say that it is not.
  public var verdict: Verdict {
    if failures.first != nil { return .failed }
    return measurements.contains { $0.verdict == .undecided } ? .undecided : .held
  }

  /// The measurements that are not as expected, in the order of the plan.
  public var failures: some Collection<Measurement> {
    measurements.lazy.filter { $0.verdict == .failed }
  }

  /// Why it is not known whether everything is as expected; nil where that is known.
  public var gap: Gap? {
    guard verdict == .undecided else { return nil }
    return measurements.lazy.compactMap { measurement in
      if case .pending(let gap) = measurement.finding { gap } else { nil }
    }.first
  }

  /// How many measurements are as expected.
  public var heldCount: Int { measurements.count { $0.verdict == .held } }

  /// The measurement that is furthest from what is expected, or nearest to its bounds where all are
  /// within; the first of several.
  public var worst: Measurement {
    var worst = measurements[0]
    for measurement in measurements.dropFirst()
    where measurement.margin(expectation.demand) < worst.margin(expectation.demand) {
      worst = measurement
    }
    return worst
  }
}
