internal import ArgumentParser
internal import Experiments
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage
internal import Text

/// `nn-run expect`: what could be expected of results as they are.
struct ExpectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expect",
    abstract: "Print the `expect:` block that would hold of a spec's results, to paste into it.",
    discussion: """
      It is made of the results of runs that have finished: a bound for the score that runs are \
      ranked by, and the digest of the best run; the digest alone where that run diverged. Nothing \
      is trained; where runs have not finished, they are named and the exit code is 2.
      """)

  @OptionGroup var specs: SpecArguments

  @OptionGroup var results: ResultsArguments

  func run() throws {
    var status = ExitStatus.success
    for spec in try SpecLoader().load(specs) {
      do throws(ExitError) {
        try Console.output.deliver(try block(of: spec.plan, path: spec.path))
      } catch {
        status = max(status, error.status)
      }
    }
    if status != .success { throw ExitError(status) }
  }

  /// The block for a plan's results, after a comment that says which run it is of.
  private func block(of plan: RunPlan, path: FilePath) throws(ExitError) -> String {
    let name = plan.experiment.name
    let result = try result(of: plan)
    let unfinished = result.unfinishedLabels
    guard unfinished.isEmpty, let expectations = result.goldenExpectations,
      let best = result.bestLabel
    else {
      throw ExitError(
        .runFailed,
        "\(unfinished.count) of \(Readable.count(plan.runs.count, "run")) of \(name) have not "
          + "finished in \(results.runs): \(ResultsFolder.list(unfinished)); "
          + "`\(training(path))` trains them")
    }
    let lines =
      ["# \(name): the best run is \(best)"]
      + ResolvedSpec.expectationLines(of: expectations)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The command that trains the runs of a spec into the folder.
  private func training(_ path: FilePath) -> String {
    let output = results.runs == "runs" ? [] : ["--output", results.runs]
    let root = specs.options.dataRoot.map { ["--data-root", $0] } ?? []
    let settings = specs.options.overrides.flatMap { ["--set", $0] }
    return (["nn-run", path.string] + output + root + settings).map(ShellText.quoted)
      .joined(separator: " ")
  }

  /// What has been finished of a plan.
  private func result(of plan: RunPlan) throws(ExitError) -> ExperimentResult {
    let folder = results.folder.path.appending(plan.experiment.name)
    let result = Machine.context.store(folder).result(of: plan, jobs: Machine.coreCount)
    if let message = result.records.lazy.compactMap(\.message).first {
      throw ExitError(.ioError, message)
    }
    return result
  }
}
