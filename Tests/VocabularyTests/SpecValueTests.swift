import Testing
import Vocabulary

/// The one spelling that values have in canonical files.
@Suite struct SpecValueTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (0.5, "0.5"), (1e-3, "0.001"),
    (1e-6, "1e-6"), (1.5e-7, "1.5e-7"), (1e20, "1e20"), (123_456_789, "123456789"),
    (1.7976931348623157e308, "1.7976931348623157e308"), (.leastNonzeroMagnitude, "5e-324"),
    (0.30000000000000004, "0.30000000000000004"),
  ])
  func numberIsItsShortestDecimal(number: Double, text: String) {
    #expect(SpecValue.number(number).text == text)
    #expect(Double(text) == number)
  }

  @Test(arguments: ["xor", "he_uniform", "data/iris.csv", "a-b", "x1", "A.B"])
  func plainTextStandsAsItIs(text: String) { #expect(SpecValue.text(text).text == text) }

  @Test(arguments: [
    ("", #""""#), ("1", #""1""#), (".5", #"".5""#), ("two words", #""two words""#),
    ("true", #""true""#), ("Null", #""Null""#), ("no", #""no""#), ("Y", #""Y""#),
    ("a: b", #""a: b""#), ("#", ##""#""##), ("-", #""-""#), ("*a", #""*a""#),
    (#"say "hi""#, #""say \"hi\"""#), (#"C:\x"#, #""C:\\x""#), ("a\nb", #""a\nb""#),
    ("a\tb", #""a\tb""#), ("a\rb", #""a\rb""#), ("\u{0}", #""\x00""#), ("\u{85}", #""\x85""#),
    ("\u{2028}", #""\u2028""#), ("größe", "\"größe\""), ("🧠", "\"🧠\""),
  ])
  func otherTextIsQuoted(text: String, quoted: String) {
    #expect(SpecValue.text(text).text == quoted)
  }

  @Test(arguments: ["true", "false", "null", "yes", "no", "on", "off", "y", "n"])
  func wordThatYAMLKnowsIsQuoted(word: String) {
    for text in [word, word.uppercased()] { #expect(SpecValue.text(text).text == "\"\(text)\"") }
    #expect(SpecValue.text(word + "x").text == word + "x")
  }

  @Test func listsAndMappingsAreInFlowForm() {
    let value = SpecValue.mapping([
      SpecValue.Member("name", .text("sgd")), SpecValue.Member("momentum", .number(0.9)),
      SpecValue.Member("two words", .list([.integer(1), .boolean(true), .list([])])),
      SpecValue.Member("empty", .mapping([])),
    ])
    #expect(
      value.text == #"{name: sgd, momentum: 0.9, "two words": [1, true, []], empty: {}}"#)
  }

  @Test func partsAreFoundByKind() {
    let value = SpecValue.mapping([
      SpecValue.Member("number", .number(0.5)), SpecValue.Member("integer", .integer(5)),
      SpecValue.Member("text", .text("five")), SpecValue.Member("list", .list([.integer(5)])),
    ])
    #expect(value["number"]?.asNumber == 0.5)
    #expect(value["integer"]?.asInteger == 5)
    #expect(value["text"]?.asText == "five")
    #expect(value["list"]?.elements == [.integer(5)])
    #expect(value["other"] == nil)
    #expect(value["integer"]?.asNumber == nil)
    #expect(value["number"]?.asInteger == nil)
    #expect(value.asText == nil)
    #expect(value.elements == nil)
    #expect(SpecValue.text("five")["text"] == nil)
  }
}
