internal import RunRecords

extension RunStatus {
  /// The colour of its name.
  var ink: TextStyle.Ink {
    switch self {
    case .completed, .stoppedEarly, .pruned: .good
    case .diverged, .interrupted: .warning
    case .failed, .timedOut: .bad
    }
  }
}
