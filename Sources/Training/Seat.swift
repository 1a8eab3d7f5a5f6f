internal import Engine
internal import Experiments
internal import Randomness
internal import RunRecords
internal import Vocabulary

/// One run in training, as far as it is not numbers in a lane: how far it has come, what its schedule
/// and its rules for stopping have seen, and the best of it.
struct Seat<S: EngineScalar>: Sendable {
  /// Which of the runs it is.
  let run: Int
  /// What is to be done.
  let configuration: RunConfiguration
  /// The network before training.
  let initial: Network<S>
  /// The learning rates.
  private(set) var schedule: LearningRateSchedule
  /// For how many epochs the network has been trained.
  private(set) var epoch = 0
  /// The rate of the last step.
  var lastRate = 0.0
  /// The epoch of the last evaluation; nil before the first.
  private var observedEpoch: Int?
  /// The scores of the network when it was last evaluated.
  private(set) var lastScores: [Double] = []
  /// The epoch with the best score of selection among those evaluated.
  private(set) var best: Best?
  /// What early stopping has seen; nil where there is none.
  private var stopping: EarlyStopping.Tracker?

  /// The best of a run so far.
  struct Best: Sendable {
    /// The epoch.
    let epoch: Int
    /// The score of selection.
    let score: Double
    /// What the curve has, or would have, there.
    let row: CurveRow
    /// The network of that epoch; nil where nobody needs it.
    var network: Network<S>?
  }

  /// How a run has ended.
  enum Ending {
    /// All its epochs were trained.
    case completed
    /// Its score of selection did not improve for long enough.
    case stoppedEarly
    /// A loss was no finite number.
    case diverged

    /// How that is recorded.
    var status: RunStatus {
      switch self {
      case .completed: .completed
      case .stoppedEarly: .stoppedEarly
      case .diverged: .diverged
      }
    }
  }

  /// A run before training.
  init(run: Int, _ configuration: RunConfiguration, initial: Network<S>) {
    self.run = run
    self.configuration = configuration
    self.initial = initial
    schedule = LearningRateSchedule(configuration)
    stopping = configuration.earlyStopping.map(EarlyStopping.Tracker.init)
  }

  /// Whether the network as it stands is to be evaluated, and has not been.
  var isDue: Bool {
    observedEpoch != epoch
      && (configuration.isLogged(epoch: epoch) || stopping != nil || schedule.monitor != nil)
  }

  /// How many epochs lie between here and the next evaluation; at least 1.
  var epochsUntilDue: Int {
    guard stopping == nil, schedule.monitor == nil else { return 1 }
    let next = (epoch / configuration.logEvery + 1) * configuration.logEvery
    return min(next, configuration.stopAt) - epoch
  }

  /// How many epochs there are to train, unless training stops early.
  var epochsLeft: Int { configuration.stopAt - epoch }

  /// Counts epochs of training.
  mutating func advance(by epochs: Int) { epoch += epochs }

  /// The rate of a step in the epoch that comes next.
  func rate(step: Int, of stepsPerEpoch: Int) -> Double {
    schedule.rate(epoch: epoch, step: step, stepsPerEpoch: stepsPerEpoch)
  }

  /// The order in which the epoch that comes next takes the rows.
  func order(rows: Int) -> [Int] {
    guard configuration.shuffle else { return Array(0..<rows) }
    var stream = RandomStream(
      seed: UInt64(configuration.seed), purpose: .shuffle, index: epoch + 1)
    return stream.shuffled(0..<rows)
  }

  /// Looks at the scores of the network as it stands.
  ///
  /// - Parameters:
  ///   - row: its epoch, rate and scores.
  ///   - network: the network, asked for where it is the best so far and has to be kept.
  /// - Returns: how training ends here; nil where it goes on.
  mutating func observe(_ row: CurveRow, network: () -> Network<S>) -> Ending? {
    let scores = configuration.curveScores
    lastScores = row.scores
    observedEpoch = epoch
    if epoch > 0, let monitor = schedule.monitor {
      schedule.observe(row.scores[place(of: monitor, in: scores)])
    }
    let selection = row.scores[place(of: configuration.selectionScore, in: scores)]
    let verdict = stopping?.observe(epoch: epoch, score: selection)
    if verdict?.isBest ?? isBetter(selection) {
      best = Best(
        epoch: epoch, score: selection, row: row,
        network: configuration.keepsBestNetwork ? network() : nil)
    }
    let isFinite = zip(scores, row.scores).allSatisfy { score, value in
      score.quantity != .loss || value.isFinite
    }
    if !isFinite { return .diverged }
    if verdict?.shouldStop == true, epoch < configuration.stopAt { return .stoppedEarly }
    return epoch == configuration.stopAt ? .completed : nil
  }

  /// Whether a score is better than the best so far.
  private func isBetter(_ score: Double) -> Bool {
    guard let best else { return true }
    return switch configuration.selectionGoal {
    case .minimize: score < best.score
    case .maximize: score > best.score
    }
  }

  /// Where a score stands in a row.
  private func place(of score: Score, in scores: [Score]) -> Int {
    guard let place = scores.firstIndex(of: score) else {
      preconditionFailure("the curve has the score \(score.name)")
    }
    return place
  }
}
