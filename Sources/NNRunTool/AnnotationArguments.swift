internal import ArgumentParser
internal import SystemPackage

/// The arguments that say in which forms of CI services diagnostics of specs are told too.
struct AnnotationArguments: ParsableArguments {
  /// The forms that are told beside the text.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// GitHub's where GitHub Actions runs the program, else none.
    case auto
    /// Lines that GitHub Actions shows at the place in the file.
    case github
    /// None.
    case none
  }

  @Option(
    help: ArgumentHelp(
      "Annotate mistakes in specs; auto does so for GitHub Actions where it runs the program.",
      valueName: "form"))
  var annotations = Form.auto

  @Option(
    help: ArgumentHelp(
      "Write mistakes in specs to a file, as a Code Quality report of GitLab.", valueName: "file"),
    completion: .file())
  var codeQuality: String?

  /// Whether lines for GitHub Actions are told.
  var annotatesForGitHub: Bool {
    switch annotations {
    case .auto: Environment["GITHUB_ACTIONS"] == "true"
    case .github: true
    case .none: false
    }
  }

  /// The file of the Code Quality report; nil where none is asked for.
  ///
  /// - Throws: the exit status, where it cannot be written.
  func file() throws(ExitError) -> ReportFile? {
    guard let codeQuality else { return nil }
    return try ReportFile(FilePath(codeQuality), beginsWith: "[", form: "Code Quality report")
  }

  func validate() throws {
    if codeQuality == "" { throw ValidationError("--code-quality must name a file") }
  }
}
