internal import Experiments
internal import SpecSyntax
internal import Vocabulary

// The wording of what can be wrong with how training goes.
extension Diagnostic {
  /// What a problem is called, and how it is mended.
  static func text(_ problem: TrainingProblem, of path: SettingPath) -> Wording {
    switch problem {
    case .unknownMonitor(let name, let scores):
      (
        "\(path.field.key) monitors \(quoted(name)), which the run does not measure",
        suggestion(name, among: scores, otherwise: "it measures").message
      )
    case .monitorWithoutValidation(let name):
      (
        "\(path.field.key) monitors \(quoted(name)),"
          + " but no rows are held back for validation",
        "`split` holds rows back; or write monitor: train_\(name.dropFirst(4))"
      )
    case .stopBeyondEpochs(let epoch, let epochs):
      (
        "stop_at \(epoch) is beyond the last of the \(counted(epochs, "epoch"))",
        "write at most \(epochs), or more epochs"
      )
    case .warmupTooLong(let warmup, let epochs):
      (
        "a warmup of \(SpecValue.number(warmup).text) leaves none of the"
          + " \(counted(epochs, "epoch")) to come down in", "it counts in epochs"
      )
    case .repeated(let word):
      ("\(quoted(word)) stands twice in the list", nil)
    case .nesterovWithoutMomentum:
      ("nesterov needs a momentum above 0", "such as {name: sgd, momentum: 0.9, nesterov: true}")
    case .beyondFloat32(let number):
      (
        "\(path.key) \(SpecValue.number(number).text) is "
          + (abs(number) < 1 ? "0" : "infinite") + " in float32", "write precision: float64"
      )
    }
  }
}
