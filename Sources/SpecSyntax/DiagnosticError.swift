/// A stage that could not be passed: thrown once, with everything it had to say.
public struct DiagnosticError: Error, Hashable, Sendable {
  /// The errors, and the warnings beside them, in reading order; at least one is an error.
  public let diagnostics: [Diagnostic]
}
