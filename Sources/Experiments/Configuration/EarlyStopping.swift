public import Vocabulary

/// When training ends before its last epoch: as soon as a score has not improved for a while.
public struct EarlyStopping: Hashable, Sendable {
  /// The score that is looked at after every epoch, epoch 0 included.
  public let monitor: Score
  /// Which way the score is better.
  public let goal: Goal
  /// How many epochs without an improvement end the training; at least 1.
  public let patience: Int
  /// An improvement is larger than this.
  public let minDelta: Double
  /// Whether the run keeps the weights of the best epoch rather than those of the last.
  public let restoresBest: Bool

  /// Creates a rule.
  ///
  /// - Precondition: `patience` is positive.
  public init(
    monitor: Score, goal: Goal, patience: Int = 20, minDelta: Double = 0, restoresBest: Bool = true
  ) {
    precondition(patience > 0, "training ends after at least one epoch")
    self.monitor = monitor
    self.goal = goal
    self.patience = patience
    self.minDelta = minDelta
    self.restoresBest = restoresBest
  }

  /// The canonical form.
  public var specValue: SpecValue {
    .mapping([
      SpecValue.Member("monitor", .text(monitor.name)),
      SpecValue.Member("mode", .text(goal.name)),
      SpecValue.Member("patience", .integer(patience)),
      SpecValue.Member("min_delta", .number(minDelta)),
      SpecValue.Member("restore_best", .boolean(restoresBest)),
    ])
  }

  /// What has been seen of one run's score.
  public struct Tracker: Hashable, Sendable {
    /// What follows from a score.
    public struct Verdict: Hashable, Sendable {
      /// Whether the score is better than all before it, by however little.
      public let isBest: Bool
      /// Whether training ends here.
      public let shouldStop: Bool
    }

    /// The rule.
    public let rule: EarlyStopping
    /// The first epoch with the best finite score so far, and that score.
    public var best: (epoch: Int, score: Double)? { bestEpoch.map { ($0, bestScore) } }
    /// The epoch of `best`.
    private var bestEpoch: Int?
    /// The score of `best`.
    private var bestScore = 0.0
    /// The score that an improvement is measured from; nil before there was a finite one.
    private var reference: Double?
    /// The epoch of that score, or the first that was seen.
    private var referenceEpoch: Int?

    /// Begins with nothing seen.
    public init(_ rule: EarlyStopping) { self.rule = rule }

    /// Looks at the score of the network after `epoch` epochs.
    ///
    /// A score that is no finite number never improves anything.
    public mutating func observe(epoch: Int, score: Double) -> Verdict {
      let isBest = score.isFinite && (best.map { gain(of: score, over: $0.score) > 0 } ?? true)
      if isBest { (bestEpoch, bestScore) = (epoch, score) }
      let start = referenceEpoch ?? epoch
      referenceEpoch = start
      let improves =
        score.isFinite && (reference.map { gain(of: score, over: $0) > rule.minDelta } ?? true)
      if improves { (reference, referenceEpoch) = (score, epoch) }
      return Verdict(isBest: isBest, shouldStop: !improves && epoch - start >= rule.patience)
    }

    /// By how much a score is better than another.
    private func gain(of score: Double, over other: Double) -> Double {
      switch rule.goal {
      case .minimize: other - score
      case .maximize: score - other
      }
    }
  }
}
