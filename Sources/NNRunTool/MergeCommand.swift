internal import ArgumentParser
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// `nn-run merge`: puts the results of shards together.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the results of shards together, as one machine would have left them.",
    discussion: """
      Every file is verified by its digest. Runs that no part has whole are named; training them, with \
      the spec and the same --output, or merging again with a part that has them, completes the results.

      Example:
        nn-run sweep.yaml --shard 1/2 --output a
        nn-run sweep.yaml --shard 2/2 --output b
        nn-run merge a b --output runs
      """)

  @Argument(
    help: ArgumentHelp("The folders with the results of the shards.", valueName: "dir"),
    completion: .directory)
  var parts: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for all results; those that are in it stay.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "The folder that paths of data count from; by default that of the shards.",
      valueName: "dir"),
    completion: .directory)
  var dataRoot: String?

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output must name a folder") }
    if parts.contains("") { throw ValidationError("a part must be a folder") }
  }

  func run() throws {
    let inputs = try ending { () throws(ResultsError) in
      try MergeInput.all(
        in: parts.map { FilePath($0) }, dataRoot: dataRoot.map { FilePath($0) }, Machine.context,
        warn: { Console.error.warn($0) })
    }
    let status = inputs.map(merge).max() ?? .success
    if status != .success { throw ExitError(status) }
  }

  /// Merges the parts of an experiment, and tells what came of it.
  ///
  /// - Returns: what the program is to exit with.
  private func merge(_ input: MergeInput) -> ExitStatus {
    let merge = Merge(input, into: FilePath(output), files: ResultFiles.all, Machine.context)
    let status = ExitStatusRecorder()
    let console = ConsoleRecorder(
      name: merge.folder.lastComponent?.string ?? "", folder: merge.folder, isQuiet: false)
    let outcome = merge.run { event in
      status.record(event)
      console.record(event)
    }
    guard let outcome else { return status.status }
    let report = outcome.result.mergeReport(
      folder: merge.folder.string, earlierCount: outcome.earlierCount,
      tornFolders: { outcome.tornFolders($0).map(\.string) }, style: Console.output.style)
    let isComplete = outcome.result.counts[.interrupted] == 0
    return max(
      status.status, isComplete ? .success : .runFailed, Console.output.report(report))
  }
}
