import Testing
import Text

/// Texts as a terminal shows them.
@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("plain", "plain", 5), ("é", "é", 1), ("e\u{301}", "e\u{301}", 1), ("数据", "数据", 4),
    ("\u{1B}[31m", "\\u{1B}[31m", 10), ("a\nb\tc", "a\\nb\\tc", 7),
    ("a\u{202E}b", "a\\u{202E}b", 10), ("😀", "😀", 2),
  ])
  func `texts are safe and have a width`(text: String, printable: String, columns: Int) {
    #expect(DisplayText.printable(text) == printable)
    #expect(DisplayText.columns(of: printable) == columns)
  }

  @Test(arguments: [
    ("short", 5, "short"), ("longer", 5, "long…"), ("数据数据", 5, "数据…"), ("数据数据", 4, "数…"),
    ("ab", 1, "…"), ("ab", 0, ""),
  ])
  func `a long text is cut`(text: String, width: Int, cut: String) {
    #expect(DisplayText.cut(text, to: width) == cut)
    #expect(DisplayText.columns(of: cut) <= width)
  }
}
