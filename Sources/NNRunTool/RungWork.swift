internal import Experiments
internal import Reporting
internal import RunRecords
internal import Training

/// What the training of a rung of successive halving has from the rung before, and leaves to the next.
struct RungWork: Sendable {
  /// A run of the rung before that one of this rung goes on from.
  struct Beginning: Sendable {
    /// How far its training had come.
    let pause: PausedRun
    /// What it came to.
    let shorter: RunSummary
  }

  /// The number of the rung, from 1.
  let number: Int
  /// How many rungs there are.
  let count: Int
  /// Where runs go on, by their ids; the others begin.
  let beginnings: [RunID: Beginning]
  /// Keeps runs for the next rung; nil in the last.
  let keeper: PauseKeeper?

  /// The work of a rung, whose runs go on from those that were kept.
  ///
  /// - Parameters:
  ///   - kept: what the rung before left; nil in the first.
  ///   - capacity: how many bytes of memory the runs that are kept may take, here and from before.
  init(_ rung: RungLadder.Rung, from kept: PauseKeeper?, capacity: Int) {
    number = rung.number
    count = rung.plan.rungs.count
    var beginnings: [RunID: Beginning] = [:]
    for (run, shorter) in rung.shorter {
      guard let pause = kept?.pause(of: shorter.id) else { continue }
      beginnings[run] = Beginning(pause: pause, shorter: shorter)
    }
    self.beginnings = beginnings
    let carried = beginnings.values.reduce(0) { $0 + $1.pause.byteCount }
    keeper = number < count ? PauseKeeper(capacity: capacity - carried) : nil
  }

  /// How the progress of some runs of the rung is told.
  func progress(of runs: [RunPlan.Run]) -> ProgressReporter.Rung {
    ProgressReporter.Rung(
      number: number, of: count, firstEpochs: runs.map { beginnings[$0.id]?.pause.epoch ?? 0 })
  }
}
