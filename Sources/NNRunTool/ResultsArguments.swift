internal import ArgumentParser
internal import Running
internal import SystemPackage

/// The argument that says where results are.
struct ResultsArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the results.", valueName: "dir"), completion: .directory)
  var runs = "runs"

  func validate() throws {
    if runs.isEmpty { throw ValidationError("--runs must name a folder") }
  }

  /// The folder of the experiments.
  var folder: ResultsFolder { ResultsFolder(FilePath(runs), Machine.context) }

  /// Finds the run that a word means; what is worth knowing of how it was found is told.
  ///
  /// - Parameter orInProgress: whether it may be one that has not finished, where no finished one is meant.
  /// - Throws: the exit status, when it has been said why there is no such run, or that there are several.
  func run(_ word: String, orInProgress: Bool = false) throws(ExitError) -> FilePath {
    let reference = try ending { () throws(ResultsError) in
      try RunReference(word, in: folder, orInProgress: orInProgress, Machine.context)
    }
    if let note = reference.note { Console.error.note(note) }
    return reference.folder
  }

  /// What the command line says of arguments that mean runs.
  static let runHelp = ArgumentHelp(
    "best, the beginning of a run's id, either behind an experiment's name and a slash, or a folder.",
    valueName: "run")
}
