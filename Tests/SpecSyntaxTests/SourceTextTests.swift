import SpecSyntax
import Testing

/// Lines and columns as editors count them.
@Suite struct SourceTextTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]), ("\r\n\r\n", ["", "", ""]),
    ("a\rb\r", ["a", "b", ""]), ("a\r\r\nb", ["a", "", "b"]), ("a\n\rb", ["a", "", "b"]),
    ("é\u{85}b\u{2028}c\u{2029}d\ne", ["é\u{85}b\u{2028}c\u{2029}d", "e"]),
    ("\u{FEFF}a\nb", ["a", "b"]), ("\u{FEFF}", [""]),
  ])
  func lines(text: String, expected: [String]) {
    let source = SourceText(name: "s", text: text)
    let lines = (1...source.lineCount).map { number in
      SourceSite(source: source, bytes: source.line(number)).text
    }
    #expect(lines.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test(arguments: [
    (-5, "1:1"), (0, "1:1"), (2, "1:2"), (3, "1:3"), (4, "2:1"), (8, "2:2"), (99, "2:2"),
  ])
  func positions(offset: Int, expected: String) {
    let source = SourceText(name: "s", text: "éa\n🙂")
    #expect("\(source.position(at: offset))" == expected)
  }

  @Test func byteOrderMarkTakesNoColumn() {
    let source = SourceText(name: "s", text: "\u{FEFF}ab")
    #expect((0...5).map { source.position(at: $0).column } == [1, 1, 1, 1, 2, 3])
    #expect(source.position(at: 4).offset == 4)
  }

  @Test func quoting() {
    #expect(quoted("a\"b") == "\"a\"b\"")
    #expect(quoted("abcd", limit: 4) == "\"abcd\"")
    #expect(quoted("abcde", limit: 4) == "\"abcd…\"")
  }
}
