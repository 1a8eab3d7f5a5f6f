internal import Experiments
internal import Synchronization
internal import Training

/// Keeps runs in memory between two rungs of successive halving.
///
/// There is no need to keep any: one that was not kept is trained from its beginning, to the same bytes.
final class PauseKeeper: Sendable {
  /// How many bytes the runs may take.
  let capacity: Int
  private let kept = Mutex<(pauses: [RunID: PausedRun], bytes: Int)>(([:], 0))

  /// Keeps nothing yet.
  init(capacity: Int) { self.capacity = capacity }

  /// Keeps a run, where there is room for it.
  func keep(_ pause: PausedRun, of run: RunID) {
    kept.withLock { kept in
      guard kept.bytes + pause.byteCount <= capacity else { return }
      kept.pauses[run] = pause
      kept.bytes += pause.byteCount
    }
  }

  /// A run that was kept.
  func pause(of run: RunID) -> PausedRun? { kept.withLock { $0.pauses[run] } }
}
