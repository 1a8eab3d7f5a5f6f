internal import Experiments
internal import Vocabulary

/// How far the run in a lane has come: the plain numbers that are looked at between any two stretches of
/// training, of which tiny networks have many.
struct Standing: Sendable {
  /// For how many epochs the network has been trained.
  private(set) var epoch = 0
  /// The epoch after which the network is evaluated next.
  private(set) var dueEpoch = 0
  /// The first epoch with the best score of selection, and that score; nil before there is one.
  private(set) var best: (epoch: Int, score: Double)?
  /// Where the score of selection is among the scores of the curve.
  let selection: Int
  /// Whether more is made of an evaluation than a row and the best epoch: see `Seat.watch`.
  let isWatched: Bool
  /// Whether all steps have the same learning rate.
  let isRateConstant: Bool
  /// Which way the score of selection is better.
  private let goal: Goal
  /// The curve has every epoch that is a multiple of it.
  private let logEvery: Int
  /// After how many epochs training ends.
  private let stopAt: Int
  /// Whether the network is evaluated after every epoch, also where the curve has no row.
  private let isAlwaysDue: Bool

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
  }

  /// Whether the network as it stands is to be evaluated.
  var isDue: Bool { epoch == dueEpoch }

  /// How many epochs lie between here and the next evaluation.
  var epochsUntilDue: Int { dueEpoch - epoch }

  /// How many epochs there are to train, unless training stops early.
  var epochsLeft: Int { stopAt - epoch }

  /// Whether the curve has a row for the network as it stands.
  var isLogged: Bool { epoch % logEvery == 0 || epoch == stopAt }

  /// Counts epochs of training.
  mutating func advance(by epochs: Int) { epoch += epochs }

  /// Whether a score of selection is better than the best so far.
  func isBetter(_ score: Double) -> Bool {
    guard let best else { return true }
    return switch goal {
    case .minimize: score < best.score
    case .maximize: score > best.score
    }
  }

  /// Makes the network as it stands the best.
  mutating func takeAsBest(_ score: Double) { best = (epoch, score) }

  /// Notes that the network as it stands has been evaluated.
  mutating func noteEvaluation() {
    let nextLogged = (epoch / logEvery + 1) * logEvery
    dueEpoch = isAlwaysDue ? epoch + 1 : min(nextLogged, stopAt)
  }
}
