internal import ArgumentParser
internal import SystemPackage

/// The argument that asks for a report in the form of JUnit.
struct JUnitArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also write the results of runs and expectations as JUnit XML.", valueName: "file"),
    completion: .file())
  var junit: String?

  func validate() throws {
    if junit?.isEmpty == true { throw ValidationError("--junit must name a file") }
  }

  /// The file that is asked for; nil where none is.
  func file() throws(ExitError) -> JUnitFile? {
    guard let junit else { return nil }
    return try JUnitFile(FilePath(junit))
  }
}
