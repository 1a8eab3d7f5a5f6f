internal import Experiments
internal import RunRecords
internal import Training

/// What the training of a rung of successive halving has from the rung before, and leaves to the next.
struct RoundInputs: Sendable {
  /// A run of the rung before that one of this rung goes on from.
  struct Beginning: Sendable {
    /// How far its training had come.
    let checkpoint: Checkpoint
    /// What it came to.
    let shorter: RunSummary
  }

  /// Where runs go on, by their ids; the others begin.
  let beginnings: [RunID: Beginning]
  /// Keeps runs for the next rung; nil where there is none.
  let keeper: CheckpointCache?

  /// Nothing from before, and nothing for later.
  static let none = RoundInputs(beginnings: [:], keeper: nil)

  private init(beginnings: [RunID: Beginning], keeper: CheckpointCache?) {
    self.beginnings = beginnings
    self.keeper = keeper
  }

  /// What a round has, whose runs go on from those that were kept.
  ///
  /// - Parameters:
  ///   - kept: what the rung before left; nil in the first.
  ///   - capacity: how many bytes of memory the runs that are kept may take, here and from before.
  init(_ round: SearchRound, from kept: CheckpointCache?, capacity: Int) {
    var beginnings: [RunID: Beginning] = [:]
    for (run, shorter) in round.shorter {
      guard let checkpoint = kept?.checkpoint(of: shorter.id) else { continue }
      beginnings[run] = Beginning(checkpoint: checkpoint, shorter: shorter)
    }
    self.beginnings = beginnings
    let carried = beginnings.values.reduce(0) { $0 + $1.checkpoint.byteCount }
    keeper = round.rung?.isLast == false ? CheckpointCache(capacity: capacity - carried) : nil
  }
}
