internal import Experiments
internal import Synchronization
internal import Training

/// Keeps runs in memory between two rungs of successive halving.
///
/// There is no need to keep any: one that was not kept is trained from its beginning, to the same bytes.
final class CheckpointCache: Sendable {
  /// How many bytes the runs may take.
  let capacity: Int
  private let kept = Mutex<(checkpoints: [RunID: Checkpoint], bytes: Int)>(([:], 0))

  /// Keeps nothing yet.
  init(capacity: Int) { self.capacity = capacity }

  /// Keeps a run, where there is room for it.
  func keep(_ checkpoint: Checkpoint, of run: RunID) {
    kept.withLock { kept in
      guard kept.bytes + checkpoint.byteCount <= capacity else { return }
      kept.checkpoints[run] = checkpoint
      kept.bytes += checkpoint.byteCount
    }
  }

  /// A run that was kept.
  func checkpoint(of run: RunID) -> Checkpoint? { kept.withLock { $0.checkpoints[run] } }
}
