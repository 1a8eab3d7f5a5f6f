import SpecSyntax
import TestSupport
import Testing

/// The log keeps each diagnostic once, in an order that does not depend on how they came.
@Suite struct DiagnosticLogTests {
  @Test func orderDoesNotDependOnInsertion() {
    let (b, a) = (SourceText(name: "b", text: "xxxxxxxxxxxx"), SourceText(name: "a", text: "xx"))
    let sorted: [Diagnostic] = [
      .error("late in a", at: SourceSite(source: a, bytes: 1..<2)),
      .error("short", at: SourceSite(source: b, bytes: 2..<3)),
      .error("long", at: SourceSite(source: b, bytes: 2..<9)),
      .error("m", at: SourceSite(source: b, bytes: 10..<11)),
      .error("m", at: SourceSite(source: b, bytes: 10..<11), notes: [.init("n")]),
      .error("n", at: SourceSite(source: b, bytes: 10..<11)),
      .warning("a", at: SourceSite(source: b, bytes: 10..<11)),
      .error("z", at: nil),
      .warning("y", at: nil),
    ]
    var generator = SplitMix(state: 3)
    for _ in 0..<20 {
      var log = DiagnosticLog()
      for diagnostic in sorted.shuffled(using: &generator) + sorted { log.insert(diagnostic) }
      #expect(log.diagnostics == sorted)
      #expect(log.errorCount == 7)
    }
  }

  @Test func warningsDoNotThrow() throws {
    var log = DiagnosticLog()
    #expect(log.isEmpty)
    log.insert(.warning("w", at: nil))
    #expect(!log.isEmpty && !log.containsErrors)
    try log.throwIfErrors()
    log.insert(.error("e", at: nil))
    #expect(log.containsErrors)
    let error = #expect(throws: DiagnosticError.self) { try log.throwIfErrors() }
    #expect(error?.diagnostics.map(\.message) == ["e", "w"])
  }

  @Test func sourcesWithTheSameNameAndTextAreOne() {
    var log = DiagnosticLog()
    for _ in 0..<2 {
      let source = SourceText(name: "s", text: "ab")
      log.insert(.error("e", at: SourceSite(source: source, bytes: 0..<1)))
    }
    log.insert(.error("e", at: SourceSite(source: SourceText(name: "s", text: "ac"), bytes: 0..<1)))
    #expect(log.errorCount == 2)
  }
}
