/// How a run ended.
public enum RunStatus: String, CaseIterable, Codable, Sendable {
  /// It was trained for all its epochs.
  case completed
  /// It was trained until it did not improve for as many epochs as the spec allows.
  case stoppedEarly = "stopped_early"
  /// It was trained as far as its rung of successive halving, and its configuration did not go on: what
  /// an experiment says of it, never its own files.
  case pruned
  /// Its loss was no longer a finite number.
  case diverged
  /// Something outside the training failed, such as writing its files.
  case failed
  /// It took longer than it may.
  case timedOut = "timed_out"
  /// It was stopped, or not begun, because everything was to stop.
  case interrupted

  /// Whether the run ended by itself, so that doing it again would give the same: it then has a
  /// folder and is not trained again. A run's own files have no other status.
  public var isFinal: Bool {
    switch self {
    case .completed, .stoppedEarly, .diverged: true
    case .pruned, .failed, .timedOut, .interrupted: false
    }
  }

  /// Whether the run came to weights that can be compared with those of others.
  public var isRanked: Bool {
    switch self {
    case .completed, .stoppedEarly, .pruned: true
    case .diverged, .failed, .timedOut, .interrupted: false
    }
  }
}
