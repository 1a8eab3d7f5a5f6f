internal import Experiments
public import RunRecords

/// Who trains runs: threads of this process, other processes, or workers on other machines.
///
/// Whoever it is writes runs into the store as any process does, so that none is half there, and any may be
/// killed.
public protocol Launcher: Sendable {
  /// For each run of a round the epoch that it would go on from, above 0 where an earlier round has left
  /// something to go on from.
  func firstEpochs(of round: SearchRound) -> [Int]

  /// Trains runs, and returns when all have ended, are held by others, or were stopped.
  ///
  /// - Parameter report: is given `started`, `advanced`, `held`, `cached` and `finished` of each run as they
  ///   come, and `memoryShort` before any; on any thread, also several at once.
  func launch(_ order: LaunchOrder, report: @escaping @Sendable (RunEvent) -> Void)
}

/// What a launcher is to do.
public struct LaunchOrder: Sendable {
  /// The round that the runs are of.
  public let round: SearchRound
  /// The runs to train, by their indices in the round's plan, ascending.
  public let pending: [Int]
  /// Where the results go.
  public let store: RunStore
  /// What keeps others from training the same; nil where there are no others.
  public let claims: Claims?
  /// Whether runs that have finished are trained again.
  public let isForced: Bool
  /// How long a run may take; nil for any time.
  public let timeLimit: TimeLimit?
  /// Stops runs at their next batch of rows.
  public let cancellation: Cancellation

  /// Creates an order.
  public init(
    _ round: SearchRound, pending: [Int], store: RunStore, claims: Claims? = nil,
    isForced: Bool = false, timeLimit: TimeLimit? = nil, cancellation: Cancellation
  ) {
    self.round = round
    self.pending = pending
    self.store = store
    self.claims = claims
    self.isForced = isForced
    self.timeLimit = timeLimit
    self.cancellation = cancellation
  }

  /// The runs of the round.
  var runs: [RunPlan.Run] { round.plan.runs }
}
