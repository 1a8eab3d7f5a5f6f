import SpecSyntax
import Testing

/// What people see.
@Suite struct RendererTests {
  /// The first diagnostic of a text, rendered.
  private func rendered(_ bytes: [UInt8], name: String = "xor.yaml", colour: Bool = false) -> String
  {
    var log = DiagnosticLog()
    _ = SyntaxTree(recovering: SourceText(name: name, bytes: bytes), reportingTo: &log)
    return DiagnosticRenderer(colour: colour).render(log.diagnostics[0])
  }

  /// An error at the first occurrence of `part` in `text`, rendered.
  private func rendered(_ part: String, in text: String) throws -> String {
    let range = try #require(text.firstRange(of: part))
    let bytes = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let source = SourceText(name: "s", text: text)
    let site = SourceSite(source: source, bytes: bytes..<bytes + part.utf8.count)
    return DiagnosticRenderer(colour: false).render(.error("wrong", at: site))
  }

  @Test func errorWithNotes() {
    #expect(
      rendered(Array("epochs: 1\n\nepochs: 2 # again\n".utf8)) == """
        xor.yaml:3:1: error: duplicate key "epochs"
          epochs: 2 # again
          ^~~~~~
        xor.yaml:1:1: note: it is given first here
          epochs: 1
          ^~~~~~
        """)
  }

  @Test func noteWithoutSite() {
    #expect(
      rendered(Array("a: 1\nepochs: !!int 5\n".utf8)) == """
        xor.yaml:2:9: error: the tag "!!int" is not allowed
          epochs: !!int 5
                  ^~~~~
        note: the key decides the type of its value; remove the tag
        """)
  }

  @Test func withoutSite() {
    let warning = Diagnostic.warning("much memory", at: nil, notes: [.init("use less")])
    #expect(
      DiagnosticRenderer(colour: false).render(warning) == """
        warning: much memory
        note: use less
        """)
  }

  @Test func colour() {
    let site = SourceSite(source: SourceText(name: "s", text: "ab"), bytes: 1..<2)
    let diagnostic = Diagnostic.warning("w", at: site, notes: [.init("n")])
    #expect(
      DiagnosticRenderer(colour: true).render(diagnostic) == """
        \u{1B}[1ms:1:2:\u{1B}[0m \u{1B}[1;35mwarning:\u{1B}[0m \u{1B}[1mw\u{1B}[0m
          ab
          \u{1B}[32m ^\u{1B}[0m
        \u{1B}[1;36mnote:\u{1B}[0m \u{1B}[1mn\u{1B}[0m
        """)
  }

  @Test func emptyLineHasNoExcerpt() {
    #expect(
      rendered([]) == """
        xor.yaml:1:1: error: the spec is empty
        note: write one "key: value" on each line
        """)
  }

  @Test(arguments: [
    ("x", "a: x y", "s:1:4: error: wrong\n  a: x y\n     ^"),
    ("x y", "a: x y", "s:1:4: error: wrong\n  a: x y\n     ^~~"),
    ("x", "\ta:\tx", "s:1:5: error: wrong\n  \ta:\tx\n  \t  \t^"),
    ("学習", "学: 学習 x", "s:1:4: error: wrong\n  学: 学習 x\n      ^~~~"),
    ("x", "🙂e\u{301}\u{200D}ｗx", "s:1:6: error: wrong\n  🙂e\u{301}\u{200D}ｗx\n       ^"),
    ("x\ny", "a: x\ny", "s:1:4: error: wrong\n  a: x\n     ^"),
    (
      "b", "a\u{1B}[31m\u{202E}b",
      "s:1:8: error: wrong\n  a\\u{1B}[31m\\u{202E}b\n                     ^"
    ),
    ("\u{2028}", "a\u{2028}b", "s:1:2: error: wrong\n  a\\u{2028}b\n   ^~~~~~~~"),
    ("b", "a\r\nb\r\n", "s:2:1: error: wrong\n  b\n  ^"),
  ])
  func excerpt(part: String, text: String, expected: String) throws {
    #expect(try rendered(part, in: text) == expected)
  }

  @Test func invalidBytesAreShown() {
    #expect(
      rendered([0x63, 0x61, 0x66, 0xE9, 0x0A]) == """
        xor.yaml:1:4: error: this byte is not valid UTF-8
          caf\\xE9
             ^~~~
        note: the byte would be "é" in Latin-1 or Windows-1252; save the text as UTF-8
        """)
  }

  @Test func controlCharactersOfNamesAndMessagesAreShown() {
    let site = SourceSite(source: SourceText(name: "a\u{1B}c\n", text: ""), bytes: 0..<0)
    let diagnostic = Diagnostic.error("x\u{7}\ty", at: site)
    #expect(
      DiagnosticRenderer(colour: false).render(diagnostic) == "a\\u{1B}c\\n:1:1: error: x\\u{7}\\ty"
    )
  }

  @Test(arguments: [
    (0, 300, "  x" + String(repeating: "b", count: 99) + "…\n  ^"),
    (
      300, 0,
      "  …" + String(repeating: "a", count: 99) + "x\n" + String(repeating: " ", count: 102) + "^"
    ),
    (
      300, 300,
      "  …" + String(repeating: "a", count: 40) + "x" + String(repeating: "b", count: 59) + "…\n"
        + String(repeating: " ", count: 43) + "^"
    ),
    (
      20, 300,
      "  " + String(repeating: "a", count: 20) + "x" + String(repeating: "b", count: 79) + "…\n"
        + String(repeating: " ", count: 22) + "^"
    ),
  ])
  func longLinesAreCut(before: Int, after: Int, expected: String) throws {
    let text = String(repeating: "a", count: before) + "x" + String(repeating: "b", count: after)
    #expect(try rendered("x", in: text) == "s:1:\(before + 1): error: wrong\n" + expected)
  }

  @Test func longSitesAreCut() throws {
    let part = String(repeating: "学", count: 400)
    let expected =
      "s:1:4: error: wrong\n  a: " + String(repeating: "学", count: 48) + "…\n     ^"
      + String(repeating: "~", count: 95)
    #expect(try rendered(part, in: "a: \(part)") == expected)
  }
}
