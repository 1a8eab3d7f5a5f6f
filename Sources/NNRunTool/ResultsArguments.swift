internal import ArgumentParser
internal import SystemPackage

/// The argument that says where results are.
struct ResultsArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the results.", valueName: "dir"), completion: .directory)
  var runs = "runs"

  func validate() throws {
    if runs.isEmpty { throw ValidationError("--runs must name a folder") }
  }

  /// The folder of the batches.
  var folder: ResultsFolder { ResultsFolder(FilePath(runs)) }
}
