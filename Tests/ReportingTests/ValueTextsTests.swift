import Reporting
import Testing
import Vocabulary

/// The texts of values that stand in many rows.
struct ValueTextsTests {
  @Test func `a value of a key is written once`() {
    var written: [String] = []
    var texts = ValueTexts(keyCount: 2) { value, key in
      written.append("\(value.text) of \(key)")
      return "\(key): \(value.text)"
    }
    for _ in 0..<3 {
      #expect(texts.texts(of: [.integer(1), .text("a")]) == ["0: 1", "1: a"])
      #expect(texts.text(of: .integer(1), key: 1) == "1: 1")
    }
    #expect(written == ["1 of 0", "a of 1", "1 of 1"])
  }

  @Test func `of very many values each has its own text`() {
    var texts = ValueTexts(keyCount: 1)
    for _ in 0..<2 {
      let isRight = (0..<200_000).allSatisfy { number in
        texts.text(of: .integer(number), key: 0) == String(number)
      }
      #expect(isRight)
    }
  }
}
