/// A decimal number as it is written, so that no digit of a whole number is lost.
struct WrittenNumber {
  /// The nearest floating-point number; infinite where the text is beyond the largest.
  let number: Double
  /// The number itself, where it is whole and an `Int` can hold it.
  let integer: Int?

  /// A number that was computed.
  init(_ number: Double) {
    self.number = number
    integer = Int(exactly: number)
  }

  /// Reads `[-+]? (digits [. digits?] | . digits) ([eE] [-+]? digits)?`, the decimal forms of YAML
  /// 1.2; nil for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = Self.takeSign(&rest)
    var digits = Self.takeDigits(&rest)
    var exponent = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = Self.takeDigits(&rest)
      digits += fraction
      exponent = -fraction.count
    }
    guard !digits.isEmpty else { return nil }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      let isSmall = Self.takeSign(&rest)
      let power = Self.takeDigits(&rest)
      guard !power.isEmpty else { return nil }
      let size = Self.integer(power[...]) ?? 1_000_000
      exponent += isSmall ? -min(size, 1_000_000) : min(size, 1_000_000)
    }
    // The standard library's parser rounds correctly; its grammar is wider than YAML's.
    guard rest.isEmpty, let number = Double(text) else { return nil }
    self.number = number
    integer = Self.integer(digits, exponent: exponent, isNegative: isNegative)
  }

  /// The whole number of these digits, the last of which counts ten to the power of `exponent`; nil
  /// if it has a fraction or is too large.
  private static func integer(_ digits: [UInt8], exponent: Int, isNegative: Bool) -> Int? {
    let significant = digits.drop { $0 == 0 }
    guard let last = significant.lastIndex(where: { $0 != 0 }) else { return 0 }
    let scale = exponent + significant.endIndex - 1 - last
    guard (0...18).contains(scale) else { return nil }
    let zeros = repeatElement(UInt8(0), count: scale)
    return integer(significant[...last] + zeros).map { isNegative ? -$0 : $0 }
  }

  /// The whole number of these digits; nil if it is too large.
  private static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { number, digit in
      guard let number else { return nil }
      let (product, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = product.addingReportingOverflow(Int(digit))
      return overflows || overflowsToo ? nil : sum
    }
  }

  /// Takes a sign off the front; whether it was a minus.
  private static func takeSign(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return false
    }
    rest.removeFirst()
    return sign == UInt8(ascii: "-")
  }

  /// Takes digits off the front; their values.
  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.map { $0 - 0x30 }
  }
}
