internal import Experiments
internal import Reporting
internal import Scheduling

extension Batch {
  /// Why runs are stopped or not begun; nil where nothing says that they are.
  var earlyEnd: EarlyEnd? {
    if let failures = options.limits.failures, failures.isReached {
      return .failures(option: failures.option)
    }
    if cancellation.isCancelled { return .signal }
    guard overtime.isCancelled, let limit = options.limits.batch else { return nil }
    return .timeLimit(option: "--batch-time-limit \(limit.text)")
  }

  /// Says why the batch ended early; a signal has been told of when it came.
  ///
  /// - Returns: what the program is to exit with because of it, but for signals.
  func tellEarlyEnd() -> ExitStatus {
    guard let earlyEnd, earlyEnd != .signal else { return .success }
    Console.error.print("\(plan.experiment.name): \(earlyEnd.sentence)")
    return .runFailed
  }
}
