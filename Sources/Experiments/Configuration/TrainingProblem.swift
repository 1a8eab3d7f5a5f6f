/// What can be wrong with how training goes.
public enum TrainingProblem: Hashable, Sendable {
  /// A score is monitored that the run does not measure.
  case unknownMonitor(String, scores: [String])
  /// A score of validation rows is monitored, and there are none.
  case monitorWithoutValidation(String)
  /// Training is to end after its last epoch.
  case stopBeyondEpochs(Int, epochs: Int)
  /// The rate would rise through all epochs.
  case warmupTooLong(Double, epochs: Int)
  /// The same word stands twice in a list.
  case repeated(String)
  /// Nesterov's step needs a momentum.
  case nesterovWithoutMomentum
  /// The number is 0 or infinite in `float32`.
  case beyondFloat32(Double)
}
