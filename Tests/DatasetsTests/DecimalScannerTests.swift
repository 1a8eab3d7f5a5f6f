import Testing

@testable import Datasets

/// Decimal numbers, against the standard library's, which rounds correctly.
struct DecimalScannerTests {
  /// The number that a text is as a whole; nil where it is none.
  private func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8) + [0]
    guard let (value, end) = DecimalScanner.number(in: bytes.span, at: 0), end == bytes.count - 1
    else { return nil }
    return value
  }

  /// A generator whose numbers are the same everywhere.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ (mixed >> 29)
    }
  }

  @Test(arguments: [
    "0", "-0", "+1", "1.", ".5", "-.5e1", "00012", "1e5", "1E+05", "1e-5", "0.1",
    "123456789012345678",
    "1234567890123456789", "12345678901234567890", "18446744073709551615", "18446744073709551616",
    "9007199254740993", "9007199254740993.0000000001", "9007199254740992.9999999999",
    "9007199254740991", "9007199254740995e0", "4503599627370496.5", "4503599627370497.5",
    "0.000000000000000000000000000001", "0.00000000000000000000123456789012345678",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9406564584124654e-324", "2e-324",
    "2.4703282292062327208e-324", "2.4703282292062328e-324", "1.7976931348623157e308",
    "1.7976931348623159e308", "1e308", "1e309", "1e-400", "1e99999999999999999999",
    "0e999999999999",
    "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
    "1e22", "1e23", "9.5e22", "3e-22", "7e-23", "123456789e19", "1844674407370955161e1",
    "9223372036854775808e1", "1000000000000000000e-19", "9999999999999999999e-19",
    "9999999999999999999e19", "1e-19", "1e19", "1e20", "0.30000000000000004", "5e-324",
    "8.98846567431158e307", "6.62607015e-34", "000000000000000000000000000000.1",
  ])
  func `the nearest number is read`(text: String) throws {
    let expected = try #require(Double(text.hasSuffix(".") ? text + "0" : text))
    #expect(number(text)?.bitPattern == expected.bitPattern)
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", ".e5", "nan", "NaN", "inf", "-inf", "0x10", "1,5", "1e", "1e+", "1 ",
    " 1",
    "1_000", "1.2.3", "--1", "+-1", "1f", "१",
  ])
  func `what is no number is not read`(text: String) {
    #expect(number(text) == nil)
  }

  /// The number that a text is with a comma behind it, read at once; nil where that is not done.
  private func shortNumber(_ text: String) -> Double? {
    let bytes = Array((text + ",,,,,,,").utf8)
    guard
      let (value, end) = ShortNumbers().number(
        in: bytes.span, at: 0, endingBefore: UInt8(ascii: ","))
    else { return nil }
    #expect(end == text.utf8.count)
    return value
  }

  @Test func `short numbers are read at once`() throws {
    let digits = "9876543"
    for length in 1...7 {
      let whole = digits.prefix(length)
      #expect(shortNumber(String(whole)) == Double(whole))
      for place in 1...length where length < 7 {
        let text = whole.prefix(place) + "." + whole.dropFirst(place)
        #expect(shortNumber(String(text)) == Double(whole + "e\(place - length)"), "\(text)")
        if length < 6 {
          #expect(shortNumber("-" + text) == Double("-" + whole + "e\(place - length)"))
        }
      }
    }
    #expect(shortNumber("-0")?.sign == .minus)
  }

  @Test(arguments: [
    "", "-", ".", "-.", ".5", "-.5", "--1", "+1", "1-", "1e5", "1E5", "1.5e1", "1..2", "1.2.3",
    "1 ",
    " 1", "a", "1a", "12345678", "1234.567", "-1234567", "\u{B1}1", "1\u{B0}", "1:", "1/",
  ])
  func `nothing else is read at once`(text: String) {
    #expect(shortNumber(text) == nil)
  }

  @Test func `shortest decimals come back`() {
    var numbers = Numbers(state: 1)
    for _ in 0..<200_000 {
      let value = Double(bitPattern: numbers.next())
      guard value.isFinite else { continue }
      #expect(number(value.description)?.bitPattern == value.bitPattern)
    }
  }

  @Test func `decimals of any length are rounded as they should`() throws {
    var numbers = Numbers(state: 2)
    for _ in 0..<200_000 {
      let digits = Int.random(in: 1...22, using: &numbers)
      let text = String(
        (0..<digits).map { _ in "0123456789".randomElement(using: &numbers) ?? "0" })
      let point = text.index(text.startIndex, offsetBy: Int.random(in: 0...digits, using: &numbers))
      let exponent = Int.random(in: -30...30, using: &numbers)
      let decimal = "0" + text[..<point] + "." + text[point...] + "0e\(exponent)"
      let expected = try #require(Double(decimal))
      #expect(number(decimal)?.bitPattern == expected.bitPattern, "\(decimal)")
    }
  }
}
