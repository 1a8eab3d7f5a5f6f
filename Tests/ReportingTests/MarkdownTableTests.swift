import Reporting
import Testing

/// Tables of Markdown, and texts in it.
struct MarkdownTableTests {
  @Test func `columns are aligned, those of numbers at their ends`() {
    let table = MarkdownTable(
      header: ["run", "train_loss", "note"],
      rows: [["kxvz", "0.25", ""], ["qrst", "1,000", "é"], ["w", "", "none"]])
    #expect(
      table.text == """
        | run  | train_loss | note |
        | ---- | ---------: | ---- |
        | kxvz |       0.25 |      |
        | qrst |      1,000 | é    |
        | w    |            | none |

        """)
  }

  @Test func `a table without rows has its header`() {
    #expect(MarkdownTable(header: ["a"], rows: []).text == "| a   |\n| --- |\n")
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("`rm`", "\\`rm\\`"), ("<img src=x>", "\\<img src=x\\>"),
    ("[a](b)", "\\[a\\](b)"), ("**a**", "\\*\\*a\\*\\*"), ("&lt;", "\\&lt;"),
    ("learning_rate", "learning_rate"), ("_a_", "\\_a\\_"), ("a__b", "a\\_\\_b"),
    ("c:\\d", "c:\\\\d"), ("@team #1", "\\@team \\#1"), ("$x$ ~y~", "\\$x\\$ \\~y\\~"),
  ]) func `characters that mean something are escaped`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test func `a break in a cell does not end its line`() {
    let text = MarkdownTable(header: ["a"], rows: [["x\ny\u{1B}[1m"]]).text
    #expect(text.split(separator: "\n").count == 3)
    #expect(!text.contains("\u{1B}"))
  }
}
