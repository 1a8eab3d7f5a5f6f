import Testing

@testable import SpecReading

/// Decimal numbers as they are written.
@Suite struct WrittenNumberTests {
  @Test(arguments: [
    ("0", 0.0), ("-0", 0), ("+1", 1), ("-1.5", -1.5), (".5", 0.5), ("5.", 5), ("-.5e1", -5),
    ("1e3", 1000), ("1E+3", 1000), ("1e-3", 0.001), ("1.e2", 100), ("007", 7), ("0.1", 0.1),
    ("1e999", .infinity), ("-1e999", -.infinity), ("1e-999", 0),
  ])
  func decimalsAreNumbers(text: String, number: Double) {
    #expect(WrittenNumber(text)?.number == number)
  }

  @Test(arguments: [
    "", "+", ".", "e3", "1e", "1e+", "1 ", " 1", "1_000", "1,5", "0x10", "1p3", "nan", ".inf",
    "1.2.3",
    "--1", "1e3.5", "１",
  ])
  func otherTextsAreNot(text: String) { #expect(WrittenNumber(text) == nil) }

  @Test(arguments: [
    ("5", 5), ("-5", -5), ("5.0", 5), ("5e0", 5), ("50e-1", 5), ("0.5e1", 5), ("1e3", 1000),
    ("0e99999999999999999999", 0), ("0.000", 0), ("9007199254740993", 9_007_199_254_740_993),
    ("9223372036854775807", Int.max), ("9223372036854775807.000", Int.max),
    ("0.9223372036854775807e19", Int.max), ("9e18", 9_000_000_000_000_000_000),
    ("0000000000000000000000000000005", 5),
  ])
  func wholeNumbersAreExact(text: String, integer: Int) {
    #expect(WrittenNumber(text)?.integer == integer)
  }

  @Test(arguments: [
    "0.5", "5e-1", "1.0000000000000000000000001", "9223372036854775808", "1e19", "1e999",
    "1e-999", "99999999999999999999", "1e99999999999999999999",
  ])
  func othersAreNotWhole(text: String) throws {
    let number = try #require(WrittenNumber(text))
    #expect(number.integer == nil)
  }

  @Test(arguments: [
    ("1_000", "grouped 1000"), ("1,000.5", "grouped 1000.5"),
    ("1,000", "grouped 1000"), ("12,345,678", "grouped 12345678"), ("0,1", "comma 0.1"),
    ("-0,5e3", "comma -0.5e3"), ("1,5", "comma 1.5"), ("0,001", "comma 0.001"),
    ("1.000,5", "comma 1000.5"), ("1.000,500", "comma 1000.500"), ("1,2,x", "other"),
    (".nan", "notFinite"), ("-.INF", "notFinite"),
    ("Infinity", "notFinite"), ("1e999", "tooLarge"), ("1", "number"), ("one", "other"),
    ("_", "other"), ("1_x", "other"), ("", "other"),
  ])
  func textsAreTold(text: String, kind: String) {
    let told =
      switch DecimalText(text) {
      case .number: "number"
      case .tooLarge: "tooLarge"
      case .notFinite: "notFinite"
      case .grouped(let number): "grouped \(number)"
      case .decimalComma(let number): "comma \(number)"
      case .other: "other"
      }
    #expect(told == kind)
    #expect(DecimalText(text).isNumeric == (kind != "other"))
  }
}
