internal import ArgumentParser
internal import Running

/// The arguments that end runs and experiments before they end by themselves.
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
    transform: { try TimeLimit(parsing: $0, option: "--time-limit") })
  var timeLimit: TimeLimit?

  @Option(
    help: ArgumentHelp(
      "Stop all runs of a spec when they have taken so long together.", valueName: "time"),
    transform: { try TimeLimit(parsing: $0, option: "--total-time-limit") })
  var totalTimeLimit: TimeLimit?

  @Option(
    help: ArgumentHelp(visibility: .private),
    transform: { _ in throw ValidationError("the option is called --total-time-limit") })
  var batchTimeLimit: TimeLimit?

  func validate() throws {
    if let maxFailures, maxFailures < 1 {
      throw ValidationError("--max-failures must be at least 1, not \(maxFailures)")
    }
    if failFast, maxFailures != nil {
      throw ValidationError("--fail-fast is --max-failures 1; give one of them")
    }
  }

  /// What the arguments ask for, of all experiments together.
  var limits: RunLimits {
    let failures =
      failFast
      ? FailureCount(1, option: "--fail-fast")
      : maxFailures.map { FailureCount($0, option: "--max-failures \($0)") }
    return RunLimits(run: timeLimit, total: totalTimeLimit, failures: failures)
  }
}
