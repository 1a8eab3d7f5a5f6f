internal import ArgumentParser
internal import SystemPackage

/// The argument that asks for a summary in a CI service.
struct SummaryArguments: ParsableArguments {
  /// The services that show summaries.
  enum Service: String, CaseIterable, ExpressibleByArgument {
    case github
  }

  @Option(
    help: ArgumentHelp(
      "Add what came of each spec to the summary of a CI job, in Markdown.", valueName: "service"))
  var summary: Service?

  /// The file of the summary; nil where none is asked for.
  ///
  /// - Throws: the exit status, where the service does not say which file that is, or that cannot be
  ///   written.
  func file() throws(ExitError) -> SummaryFile? {
    switch summary {
    case nil: return nil
    case .github:
      guard let path = Environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else {
        throw ExitError(
          .badCommandLine,
          "--summary github needs the variable GITHUB_STEP_SUMMARY, which GitHub Actions sets to a file"
        )
      }
      return try SummaryFile(FilePath(path))
    }
  }
}
