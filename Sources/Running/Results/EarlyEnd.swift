/// What ended an experiment before all of its runs had.
public enum EarlyEnd: Hashable, Sendable {
  /// A signal.
  case signal
  /// As many runs failed as an option, named with its value, allows.
  case failures(option: String)
  /// It took as long as an option, named with its value, allows.
  case timeLimit(option: String)
}
