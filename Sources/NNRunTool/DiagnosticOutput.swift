internal import Reporting
internal import SpecSyntax
internal import SystemPackage

/// Where diagnostics of specs go: to standard error, and in the forms of CI services.
struct DiagnosticOutput {
  private let arguments: AnnotationArguments?
  /// Whether warnings are told.
  private let warns: Bool
  private let renderer = DiagnosticRenderer(colour: Console.error.mayColour)
  /// What goes to a file at the end.
  private var report = CodeQualityReport()
  /// That file; nil where none is asked for.
  private let file: ReportFile?

  /// Nothing told yet.
  ///
  /// - Throws: the exit status, where the file that is asked for cannot be written.
  init(_ arguments: AnnotationArguments) throws(ExitError) {
    self.arguments = arguments
    warns = true
    file = try arguments.file()
  }

  /// For specs that experiments and runs have left: they are no files of a checkout, and their warnings
  /// were told when they were written.
  init() {
    (arguments, file) = (nil, nil)
    warns = false
  }

  /// Tells what is wrong with a spec.
  ///
  /// - Parameter spec: the spec's file; nil where something else is wrong, such as an argument.
  mutating func tell(_ found: [Diagnostic], of spec: FilePath?) {
    let diagnostics = warns ? found : found.filter { $0.severity == .error }
    for diagnostic in diagnostics { Console.error.print(renderer.render(diagnostic)) }
    let errors = diagnostics.count { $0.severity == .error }
    if errors > 1 { Console.error.print("\(errors) errors") }
    let file = spec.map { CheckoutPath.relative($0.string) }
    for diagnostic in diagnostics {
      let isInFile = diagnostic.site?.source.name == spec?.string
      if arguments?.annotatesForGitHub == true {
        Console.error.print(GitHubAnnotation(diagnostic, file: isInFile ? file : nil).line)
      }
      if let file {
        let line = isInFile ? diagnostic.site?.range.lowerBound.line : nil
        report.add(diagnostic, file: file, line: line ?? 1)
      }
    }
  }

  /// Writes the report, where one is asked for.
  ///
  /// - Throws: the exit status, where it cannot be written.
  func close() throws(ExitError) {
    let status = file?.write(report.document) ?? .success
    if status != .success { throw ExitError(status) }
  }
}
