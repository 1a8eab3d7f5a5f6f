import SpecSyntax
import Testing

/// Mistakes are collected, and what is read beside them is what it says.
@Suite struct RecoveryTests {
  @Test func harmlessMistakesLeaveATree() throws {
    var log = DiagnosticLog()
    let source = SourceText(name: "spec.yaml", text: "a: !!int 1\na: 2\n[b]: 3\nc: 4\n")
    let tree = try #require(SyntaxTree(recovering: source, reportingTo: &log))
    #expect(outline(tree.root) == "{a: 1, c: 4}")
    #expect(
      log.diagnostics.map(line) == [
        "1:4-1:9 the tag \"!!int\" is not allowed",
        "2:1-2:2 duplicate key \"a\"",
        "3:1-3:4 a key must be a word; found a list",
      ])
  }

  @Test func aTreeIsNotHandedOutBesideErrors() {
    var log = DiagnosticLog()
    let source = SourceText(name: "spec.yaml", text: "a: 1\na: 2\n")
    let error = #expect(throws: DiagnosticError.self) {
      _ = try SyntaxTree(parsing: source, reportingTo: &log)
    }
    #expect(error?.diagnostics == log.diagnostics)
    #expect(log.diagnostics.count == 1)
  }

  @Test func earlierErrorsStopTheStageToo() {
    var log = DiagnosticLog()
    log.insert(.error("earlier", at: nil))
    #expect(throws: DiagnosticError.self) {
      _ = try SyntaxTree(parsing: SourceText(name: "spec.yaml", text: "a: 1"), reportingTo: &log)
    }
  }

  @Test func collectedMistakesComeBeforeTheLast() {
    #expect(
      mistakes(in: "a: 1\na: !x 2\nb: [\n") == [
        "2:1-2:2 duplicate key \"a\"",
        "2:4-2:6 the tag \"!x\" is not allowed",
        "3:4-3:5 the bracket \"[\" is never closed",
      ])
  }
}
