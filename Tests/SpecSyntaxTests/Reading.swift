import SpecSyntax

/// Reads a text that must be sound.
func tree(_ text: String, limits: SyntaxLimits = .standard) throws -> SyntaxTree {
  var log = DiagnosticLog()
  return try SyntaxTree(
    parsing: SourceText(name: "spec.yaml", text: text), limits: limits, reportingTo: &log)
}

/// What is wrong with a text, each as `line:column-line:column message`.
func mistakes(in source: SourceText, limits: SyntaxLimits = .standard) -> [String] {
  var log = DiagnosticLog()
  _ = SyntaxTree(recovering: source, limits: limits, reportingTo: &log)
  return log.diagnostics.map(line)
}

/// What is wrong with a text given as bytes.
func mistakes(in bytes: [UInt8], limits: SyntaxLimits = .standard) -> [String] {
  mistakes(in: SourceText(name: "spec.yaml", bytes: bytes), limits: limits)
}

/// What is wrong with a text given as a string.
func mistakes(in text: String, limits: SyntaxLimits = .standard) -> [String] {
  mistakes(in: Array(text.utf8), limits: limits)
}

/// A diagnostic in one line, notes left out.
func line(_ diagnostic: Diagnostic) -> String {
  "\(diagnostic.site.map(place) ?? "") \(diagnostic.message)"
}

/// A site as `line:column-line:column`.
func place(_ site: SourceSite) -> String {
  "\(site.range.lowerBound)-\(site.range.upperBound)"
}

/// A node in flow form, quoted scalars in quotes.
func outline(_ node: SyntaxNode) -> String {
  switch node.content {
  case .scalar(let scalar): scalar.isPlain ? scalar.text : quoted(scalar.text)
  case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
  }
}
