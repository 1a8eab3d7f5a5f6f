import SpecSyntax
import TestSupport
import Testing

/// Every spec of the corpus that is wrong as YAML gets exactly the diagnostics marked in it.
@Suite struct CorpusTests {
  @Test(arguments: try MarkedSpec.corpus("refuse", prefix: "syntax-"))
  func refused(spec: MarkedSpec) {
    var log = DiagnosticLog()
    #expect(throws: DiagnosticError.self) {
      _ = try SyntaxTree(parsing: spec.source, reportingTo: &log)
    }
    #expect(spec.differences(from: log.diagnostics) == [])
  }

  @Test func corpusIsFound() throws {
    #expect(try MarkedSpec.corpus("refuse", prefix: "syntax-").count >= 25)
  }
}
