internal import Engine

/// A run that was trained as far as its `stop_at`, or ended before, kept so that a run which differs by
/// a later one goes on from there.
///
/// It goes on to the same bits, and the same rows of its curve, as if it had been trained in one go.
public struct PausedRun: Sendable {
  /// The first epoch that the longer run may have a row of its curve for; it has those before from the
  /// run that was paused, but for those which its own `log_every` passes over.
  public let epoch: Int
  /// About how many bytes it takes.
  public let byteCount: Int
  /// A `Pause` in the precision of the run.
  private let pause: any Sendable

  /// Keeps a pause.
  init<S: EngineScalar>(_ pause: Pause<S>) {
    epoch = pause.standing.epoch
    byteCount = pause.descent.byteCount + (pause.memory.bestNetwork?.byteCount ?? 0)
    self.pause = pause
  }

  /// The pause.
  ///
  /// - Precondition: it is of a run in this precision.
  func pause<S: EngineScalar>(of _: S.Type) -> Pause<S> {
    guard let pause = pause as? Pause<S> else {
      preconditionFailure("a run goes on in its own precision")
    }
    return pause
  }
}
