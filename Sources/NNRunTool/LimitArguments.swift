internal import ArgumentParser
internal import Scheduling

/// The arguments that end runs and batches before they end by themselves.
struct LimitArguments: ParsableArguments {
  @Flag(help: "Stop at the first run that fails, times out or diverges.")
  var failFast = false

  @Option(
    help: ArgumentHelp(
      "Stop when so many runs have failed, timed out or diverged.", valueName: "n"))
  var maxFailures: Int?

  @Option(
    help: ArgumentHelp(
      "Stop a run that takes longer, such as 90s, 15m or 1h30m.", valueName: "time"),
    transform: TimeLimit.init(parsing:))
  var timeLimit: TimeLimit?

  @Option(
    help: ArgumentHelp(
      "Stop all runs of a spec when they have taken so long together.", valueName: "time"),
    transform: TimeLimit.init(parsing:))
  var batchTimeLimit: TimeLimit?

  func validate() throws {
    if let maxFailures, maxFailures < 1 {
      throw ValidationError("--max-failures must be at least 1, not \(maxFailures)")
    }
    if failFast, maxFailures != nil {
      throw ValidationError("--fail-fast is --max-failures 1; give one of them")
    }
  }

  /// What the arguments ask of batches.
  ///
  /// - Parameter cancellation: stops everything when too many runs have failed.
  func limits(_ cancellation: Cancellation) -> Batch.Limits {
    let failures: (limit: Int, option: String)? =
      failFast
      ? (1, "--fail-fast") : maxFailures.map { ($0, "--max-failures \($0)") }
    return Batch.Limits(
      run: timeLimit, batch: batchTimeLimit,
      failures: failures.map { FailureLimit($0.limit, option: $0.option, cancellation) })
  }
}
