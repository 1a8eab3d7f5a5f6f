import Testing
import Text

/// Rows of comma-separated values.
struct CSVTests {
  @Test(arguments: [
    (["a", "b"], "a,b\n"), ([""], "\n"), (["", ""], ",\n"),
    (["[2, 4, 1]"], "\"[2, 4, 1]\"\n"), (["say \"hi\""], "\"say \"\"hi\"\"\"\n"),
    (["two\nlines", "x"], "\"two\nlines\",x\n"), (["\r"], "\"\r\"\n"), ([" é;\t"], " é;\t\n"),
    (["\""], "\"\"\"\"\n"),
  ])
  func `fields are quoted where they must be`(fields: [String], text: String) {
    var csv = CSV()
    csv.append(row: fields)
    #expect(String(decoding: csv.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"),
    (1e-5, "1e-05"), (0.0001, "0.0001"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
    (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.infinity, "inf"),
    (-.infinity, "-inf"), (.nan, "nan"), (-.nan, "nan"),
  ])
  func `numbers are the shortest decimals of their values`(number: Double, text: String) {
    #expect(CSV.text(number) == text)
    if number.isFinite { #expect(Double(text)?.bitPattern == number.bitPattern) }
  }

  @Test(arguments: [
    0, 9, 10, 11, 99, 100, 101, 1000, 999_999_999, 1_000_000_000, Int.max, -1, -10, Int.min,
  ])
  func `whole numbers are their digits`(number: Int) {
    var bytes: [UInt8] = []
    NumberText.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == number.description)
  }

  @Test func `what was not measured is empty`() { #expect(CSV.text(nil) == "") }

  @Test func `rows are fields between commas`() {
    #expect(
      CSV.rows(of: Array("a,,\"\"\n\"x\"\"y\",\"\n\",é\n\n".utf8)) == [
        ["a", "", ""], ["x\"y", "\n", "é"], [""],
      ])
  }
}
