import SpecReading
import SpecSyntax
import TestSupport
import Testing

/// Every spec of the corpus that is sound YAML and yet wrong gets exactly the diagnostics marked in
/// it.
@Suite struct RefuseCorpusTests {
  static func specs() throws -> [MarkedSpec] {
    try MarkedSpec.corpus("refuse").filter { !$0.source.name.hasPrefix("syntax-") }
  }

  @Test(arguments: try specs())
  func refused(spec: MarkedSpec) throws {
    let error = try #require(throws: DiagnosticError.self) {
      _ = try ReadSpec(spec.source, stem: "test", facts: facts, weights: weights)
    }
    #expect(spec.differences(from: error.diagnostics) == [])
  }

  @Test(arguments: try specs())
  func mistakeIsMarked(spec: MarkedSpec) { #expect(!spec.expectations.isEmpty) }

  @Test func corpusIsFound() throws { #expect(try Self.specs().count >= 55) }
}
