public import Running

extension EarlyEnd {
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
