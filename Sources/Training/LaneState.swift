internal import Engine
internal import Experiments
internal import Randomness
internal import RunRecords
internal import Vocabulary

/// One run in training, as far as it is neither numbers in a lane nor its `EpochState`: what is to be done,
/// what its schedule and its rules for stopping have seen, and the best of it.
struct LaneState<S: EngineScalar>: Sendable {
  /// Which of the runs it is.
  let run: Int
  /// What is to be done.
  let configuration: RunConfiguration
  /// The network before training.
  let initial: Network<S>
  /// Where its training goes on; nil where it begins.
  let checkpoint: TrainingState<S>?
  /// What has been seen of it.
  private(set) var memory: Memory

  /// What a run's schedule and its rules for stopping have seen, and the best of it.
  struct Memory: Sendable {
    /// What the curve has, or would have, at the best epoch; nil where nobody watches, or before
    /// there is one.
    fileprivate(set) var bestRow: CurveRow?
    /// The network of the best epoch; nil where nobody needs it.
    fileprivate(set) var bestNetwork: Network<S>?
    /// The learning rates.
    fileprivate var schedule: LearningRateSchedule
    /// What early stopping has seen; nil where there is none.
    fileprivate var stopping: EarlyStopping.Tracker?

    /// Nothing has been seen.
    init(_ configuration: RunConfiguration) {
      schedule = LearningRateSchedule(configuration)
      stopping = configuration.earlyStopping.map(EarlyStopping.Tracker.init)
    }
  }

  /// A run before training, or where a checkpoint left it.
  init(
    run: Int, _ configuration: RunConfiguration, initial: Network<S>,
    from checkpoint: TrainingState<S>? = nil
  ) {
    self.run = run
    self.configuration = configuration
    self.initial = initial
    self.checkpoint = checkpoint
    memory = checkpoint?.memory ?? Memory(configuration)
  }

  /// The rate of a step of an epoch, counted from 0.
  func rate(epoch: Int, step: Int, of stepsPerEpoch: Int) -> Double {
    memory.schedule.rate(epoch: epoch, step: step, stepsPerEpoch: stepsPerEpoch)
  }

  /// The order in which an epoch, counted from 0, takes the rows.
  func order(epoch: Int, rows: Int) -> [Int] {
    guard configuration.shuffle else { return Array(0..<rows) }
    var stream = RandomStream(
      seed: UInt64(configuration.seed), purpose: .shuffle, index: epoch + 1)
    return stream.shuffled(0..<rows)
  }

  /// Shows the scores of the network to the schedule and the rules for stopping, and keeps what is
  /// the best.
  ///
  /// - Parameters:
  ///   - row: the network's epoch, rate and scores.
  ///   - isBetter: whether its score of selection is better than the best so far.
  ///   - network: the network, asked for where it is the best so far and has to be kept.
  /// - Returns: whether it is the best so far, and whether the rules end training here.
  mutating func watch(
    _ row: CurveRow, isBetter: Bool, network: () -> Network<S>
  ) -> (isBest: Bool, stops: Bool) {
    if row.epoch > 0, let monitor = memory.schedule.monitor {
      memory.schedule.observe(score(monitor, in: row))
    }
    let selection = score(configuration.selectionScore, in: row)
    let verdict = memory.stopping?.observe(epoch: row.epoch, score: selection)
    let isBest = verdict?.isBest ?? isBetter
    if isBest {
      memory.bestRow = row
      if configuration.keepsBestNetwork { memory.bestNetwork = network() }
    }
    return (isBest, verdict?.shouldStop ?? false)
  }

  /// A score in a row.
  private func score(_ score: Score, in row: CurveRow) -> Double {
    guard let place = configuration.curveScores.firstIndex(of: score) else {
      preconditionFailure("the curve has the score \(score.name)")
    }
    return row.scores[place]
  }
}
