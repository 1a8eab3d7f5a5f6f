internal import ArgumentParser
internal import Files
internal import Running
internal import SpecSyntax

/// An end of the program for a reason, which is told when it ends; its codes are those of `nn-run`.
struct BenchFailure: Error {
  /// What the program exits with.
  let code: ExitCode
  /// What went wrong, in whole lines.
  let text: String

  /// An end with one of the codes that docs/Results.md lists, for a reason in a sentence.
  init(_ code: Int32, _ reason: String) {
    self.code = ExitCode(code)
    text = "nn-run-bench: error: \(reason)"
  }

  /// An end because of mistakes in a spec or an argument.
  init(_ code: Int32, _ diagnostics: [Diagnostic]) {
    self.code = ExitCode(code)
    let renderer = DiagnosticRenderer(colour: false)
    text = diagnostics.map { renderer.render($0) }.joined(separator: "\n")
  }

  /// An end because a spec cannot be run.
  init(_ failure: SpecFailure) {
    switch failure {
    case .file(_, let error): self.init(66, error.description)
    case .mistakes(_, let diagnostics, let isFileMissing):
      self.init(isFileMissing ? 66 : 65, diagnostics)
    }
  }
}
