/// What ended a batch before all of its runs had.
public enum EarlyEnd: Hashable, Sendable {
  /// A signal.
  case signal
  /// As many runs failed as an option, named with its value, allows.
  case failures(option: String)
  /// It took as long as an option, named with its value, allows.
  case timeLimit(option: String)

  /// What is told of it, and what to do to go on.
  public var sentence: String {
    switch self {
    case .signal: "the same command goes on where this one was stopped"
    case .failures(let option): "stopped by \(option); without it the command goes on from here"
    case .timeLimit(let option):
      "stopped by \(option); the same command goes on where this one was stopped"
    }
  }
}
