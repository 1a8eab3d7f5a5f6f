internal import ArgumentParser
internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import SystemPackage

/// `nn-run expect`: what could be expected of results as they are.
struct ExpectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expect",
    abstract: "Print the `expect:` block that would hold of a spec's results, to paste into it.",
    discussion: """
      It is made of the results of runs that have finished: a bound for the score that runs are \
      ranked by, and the digest of the best run. Nothing is trained; where runs have not finished, \
      they are named and the exit code is 2.
      """)

  @OptionGroup var specs: SpecArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the results.", valueName: "dir"))
  var output = "runs"

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
    guard unfinished.isEmpty else {
      let shown = unfinished.prefix(8).joined(separator: ", ") + (unfinished.count > 8 ? ", …" : "")
      throw ExitError(
        .runFailed,
        "\(unfinished.count) of \(Readable.count(plan.runs.count, "run")) of \(name) have not "
          + "finished in \(output): \(shown); `nn-run \(path)` trains them")
    }
    guard let expectations = result.goldenExpectations, let best = result.bestLabel else {
      throw ExitError(
        .runFailed, "the best run of \(name) has no finite \(plan.ranking.score.name)")
    }
    let lines =
      ["# \(name): the best run is \(best)"]
      + BatchSpec.expectationLines(of: expectations)
    return lines.map { $0 + "\n" }.joined()
  }

  /// What has been finished of a plan.
  private func result(of plan: RunPlan) throws(ExitError) -> BatchResult {
    let store = RunStore(folder: FilePath(output).appending(plan.experiment.name))
    do throws(FileError) {
      let (plan, records) = try RungLadder.climb(plan) { (plan, _) throws(FileError) in
        var records: [RunRecord] = []
        for run in plan.runs {
          records.append(
            try store.finished(run).map { RunRecord($0, isCached: true) } ?? .interrupted)
        }
        return records
      }
      return BatchResult(plan, records)
    } catch {
      throw ExitError(.ioError, error.description)
    }
  }
}
