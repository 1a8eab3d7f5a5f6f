internal import ArgumentParser
internal import SystemPackage

/// The argument that says where results are.
struct ResultsArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the results.", valueName: "dir"))
  var runs = "runs"

  /// The folder of the batches.
  var folder: ResultsFolder { ResultsFolder(FilePath(runs)) }
}
