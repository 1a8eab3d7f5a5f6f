/// What ends the reading of a text before its end.
struct SyntaxStop: Error {
  /// Why, to be reported.
  let diagnostic: Diagnostic
}
