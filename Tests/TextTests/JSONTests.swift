import Testing
import Text

/// JSON with its members in order.
struct JSONTests {
  @Test(arguments: [
    (JSON.null, "null"), (.boolean(true), "true"), (.integer(.min), "-9223372036854775808"),
    (.number(0.1), "0.1"), (.number(1), "1.0"), (.number(1e-7), "1e-07"), (.number(.nan), "null"),
    (.number(-.infinity), "null"), (.string(""), "\"\""),
    (.string("a\"b\\c\n\t\r\u{1}\u{1F}é😀"), #""a\"b\\c\n\t\u000d\u0001\u001fé😀""#),
    (.array([.integer(1), .array([]), .null]), "[1, [], null]"),
    (.object([("b", .integer(1)), ("a", .object([]))]), #"{"b": 1, "a": {}}"#),
  ])
  func `a value on one line`(value: JSON, text: String) {
    #expect(value.text == text)
  }

  @Test func `a document has a line for each member, and for each element of a list of objects`() {
    let value = JSON.object([
      (
        "z",
        .object([("list", .array([.integer(1), .object([("x", .null)])])), ("n", .number(2))])
      ),
      ("empty", .object([])), ("a", .string("text")),
    ])
    #expect(
      String(decoding: value.document, as: UTF8.self) == """
        {
          "z": {
            "list": [
              1,
              {
                "x": null
              }
            ],
            "n": 2.0
          },
          "empty": {},
          "a": "text"
        }

        """)
  }
}
