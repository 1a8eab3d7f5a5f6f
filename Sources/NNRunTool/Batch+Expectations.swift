internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords

extension Batch {
  /// What came of a batch.
  struct Ending: Sendable {
    /// What the program is to exit with, but for signals.
    let status: ExitStatus
    /// What became of each run.
    let result: BatchResult
    /// What came of the expectations.
    let expectations: [ExpectationResult]
    /// When, where and how it was done; nil where it did not begin.
    var circumstances: BatchCircumstances?
    /// What kept it from beginning; nil where nothing did.
    var obstacle: String?
  }

  /// The ending of a batch that did not begin: all its runs count as interrupted.
  ///
  /// - Parameter obstacle: what kept it from beginning; nil where it was a signal.
  func unbegun(_ status: ExitStatus = .success, obstacle: String? = nil) -> Ending {
    let result = BatchResult(plan, plan.runs.map { _ in .interrupted }, earlyEnd: earlyEnd)
    return Ending(
      status: status, result: result, expectations: result.expectationResults { _, _ in nil },
      obstacle: obstacle)
  }

  /// Compares the results with what the spec expects of them.
  ///
  /// - Returns: what came of it, and what the program is to exit with because of it.
  func expectations(_ result: BatchResult) -> ([ExpectationResult], ExitStatus) {
    var status = ExitStatus.success
    let expectations = result.expectationResults { run, epoch in
      do throws(FileError) {
        return try store.scores(of: result.plan.runs[run], atEpoch: epoch)
      } catch {
        Console.error.tell(error.description)
        status = .ioError
        return nil
      }
    }
    if expectations.contains(where: { $0.verdict == .failed }) {
      status = max(status, .checkFailed)
    }
    return (expectations, status)
  }
}
