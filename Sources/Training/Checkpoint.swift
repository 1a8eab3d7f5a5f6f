internal import Engine

/// A run that was trained as far as its `stop_at`, or ended before, kept so that a run which differs by
/// a later one goes on from there.
///
/// It goes on to the same bits, and the same rows of its curve, as if it had been trained in one go.
public struct Checkpoint: Sendable {
  /// The first epoch that the longer run may have a row of its curve for; it has those before from the
  /// run that was paused, but for those which its own `log_every` passes over.
  public let epoch: Int
  /// About how many bytes it takes.
  public let byteCount: Int
  /// A `TrainingState` in the precision of the run.
  private let checkpoint: any Sendable

  /// Keeps a checkpoint.
  init<S: EngineScalar>(_ checkpoint: TrainingState<S>) {
    epoch = checkpoint.epochState.epoch
    byteCount = checkpoint.updateRule.byteCount + (checkpoint.memory.bestNetwork?.byteCount ?? 0)
    self.checkpoint = checkpoint
  }

  /// The checkpoint.
  ///
  /// - Precondition: it is of a run in this precision.
  func checkpoint<S: EngineScalar>(of _: S.Type) -> TrainingState<S> {
    guard let checkpoint = checkpoint as? TrainingState<S> else {
      preconditionFailure("a run goes on in its own precision")
    }
    return checkpoint
  }
}
