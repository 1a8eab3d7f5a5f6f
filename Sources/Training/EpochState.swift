internal import Experiments
internal import Vocabulary

/// How far the run in a lane has come: the plain numbers that are looked at between any two stretches of
/// training, of which tiny networks have many.
struct EpochState: Sendable {
  /// For how many epochs the network has been trained.
  private(set) var epoch = 0
  /// The epoch after which the network is evaluated next.
  private var dueEpoch = 0
  /// The next epoch that is a multiple of `logEvery`: kept, as division takes its time.
  private var loggedEpoch = 0
  /// The first epoch with the best score of selection; nil before there is one.
  private(set) var bestEpoch: Int?
  /// That score.
  private var bestScore = 0.0
  /// Where the score of selection is among the scores of the curve.
  let selection: Int
  /// The curve has every epoch that is a multiple of it.
  private let logEvery: Int
  /// After how many epochs training ends.
  private let stopAt: Int
  /// Which way the score of selection is better.
  private let goal: Goal
  /// Whether the network is evaluated after every epoch, also where the curve has no row.
  private let isAlwaysDue: Bool
  /// Whether more is made of an evaluation than a row and the best epoch: see `LaneState.watch`.
  let isWatched: Bool
  /// Whether all steps have the same learning rate.
  let isRateConstant: Bool
  /// Whether there is no run in the lane.
  let isVacant: Bool

  /// A run before training.
  init(_ configuration: RunConfiguration) {
    let scores = configuration.curveScores
    guard let selection = scores.firstIndex(of: configuration.selectionScore) else {
      preconditionFailure("the curve has the score of selection")
    }
    self.selection = selection
    goal = configuration.selectionGoal
    logEvery = configuration.logEvery
    stopAt = configuration.stopAt
    isAlwaysDue = configuration.earlyStopping != nil || configuration.plateauMonitor != nil
    isWatched = isAlwaysDue || configuration.keepsBestNetwork
    isRateConstant = configuration.schedule.word == .constant
    isVacant = false
  }

  /// A run where an earlier attempt left it, on its way to what may be another last epoch.
  init(_ configuration: RunConfiguration, from earlier: EpochState) {
    self.init(configuration)
    (epoch, bestEpoch, bestScore) = (earlier.epoch, earlier.bestEpoch, earlier.bestScore)
    loggedEpoch = (epoch + logEvery - 1) / logEvery * logEvery
    dueEpoch = isAlwaysDue ? epoch : min(loggedEpoch, stopAt)
  }

  /// No run.
  private init() {
    dueEpoch = .max
    (selection, logEvery, stopAt, goal) = (0, .max, .max, .minimize)
    (isAlwaysDue, isWatched, isRateConstant, isVacant) = (false, false, true, true)
  }

  /// A lane without a run, whose network is never due.
  static var vacant: EpochState { EpochState() }

  /// Whether the network as it stands is to be evaluated.
  @inline(always) var isDue: Bool { epoch == dueEpoch }

  /// How many epochs lie between here and the next evaluation.
  @inline(always) var epochsUntilDue: Int { dueEpoch - epoch }

  /// How many epochs there are to train, unless training stops early.
  @inline(always) var epochsLeft: Int { stopAt - epoch }

  /// Whether the curve has a row for the network as it stands.
  @inline(always) var isLogged: Bool { epoch == loggedEpoch || epoch == stopAt }

  /// Counts epochs of training, if there is a run.
  @inline(always) mutating func advance(by epochs: Int) { if !isVacant { epoch += epochs } }

  /// Whether a score of selection is better than the best so far.
  @inline(always) func isBetter(_ score: Double) -> Bool {
    guard bestEpoch != nil else { return true }
    return switch goal {
    case .minimize: score < bestScore
    case .maximize: score > bestScore
    }
  }

  /// Makes the network as it stands the best.
  @inline(always) mutating func takeAsBest(_ score: Double) {
    (bestEpoch, bestScore) = (epoch, score)
  }

  /// Notes that the network as it stands has been evaluated.
  @inline(always) mutating func noteEvaluation() {
    if epoch == loggedEpoch { loggedEpoch += logEvery }
    dueEpoch = isAlwaysDue ? epoch + 1 : min(loggedEpoch, stopAt)
  }
}
