/// The digits of a finite number, for rounding and laying out without the C library's locale.
struct DecimalDigits {
  /// Whether the number is below 0.
  let isNegative: Bool
  /// The digits, 0 … 9; the first and the last are not 0; empty for the number 0.
  let digits: [UInt8]
  /// Where the decimal point stands among them: the number is 0.DIGITS × 10^point.
  let point: Int

  private init(isNegative: Bool, digits: [UInt8], point: Int) {
    let leading = digits.prefix { $0 == 0 }.count
    let significant = digits.dropFirst(leading)
    let trailing = significant.reversed().prefix { $0 == 0 }.count
    self.digits = Array(significant.dropLast(trailing))
    self.isNegative = isNegative && !self.digits.isEmpty
    self.point = self.digits.isEmpty ? 1 : point - leading
  }

  /// The digits of the shortest decimal that reads back as the number.
  ///
  /// - Precondition: the number is finite.
  init(_ number: Double) {
    precondition(number.isFinite)
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var rest = abs(number).description.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
        rest = rest.suffix(0)
      default: digits.append(byte - UInt8(ascii: "0"))
      }
    }
    self.init(
      isNegative: number < 0, digits: digits, point: (point ?? digits.count) + exponent)
  }

  /// The nearest number with so many digits after the decimal point (before it, if negative); away
  /// from 0 where two are equally near.
  func rounded(places: Int) -> DecimalDigits {
    let kept = point + places
    guard kept < digits.count else { return self }
    guard kept >= 0 else { return DecimalDigits(isNegative: false, digits: [], point: 1) }
    var rounded = [0] + digits.prefix(kept)
    if digits[kept] >= 5 {
      var place = kept
      while rounded[place] == 9 {
        rounded[place] = 0
        place -= 1
      }
      rounded[place] += 1
    }
    return DecimalDigits(isNegative: isNegative, digits: rounded, point: point + 1)
  }

  /// The number with so many digits after the point, and a comma before each three before it.
  func fixed(decimals: Int) -> String {
    func digit(_ place: Int) -> Character {
      Character(Unicode.Scalar(0x30 + (digits.indices.contains(place) ? digits[place] : 0)))
    }
    let whole = point <= 0 ? "0" : String((0..<point).map(digit))
    let fraction = String((point..<point + decimals).map(digit))
    return Self.grouped(whole, isNegative: isNegative) + (decimals > 0 ? "." + fraction : "")
  }

  /// The number as one digit, so many after the point, and a power of ten: `1.235e-07`.
  func scientific(decimals: Int) -> String {
    let mantissa = DecimalDigits(isNegative: isNegative, digits: digits, point: 1)
    let exponent = point - 1
    let power = String(exponent.magnitude)
    return mantissa.fixed(decimals: decimals) + "e" + (exponent < 0 ? "-" : "+")
      + (power.utf8.count < 2 ? "0" : "") + power
  }

  /// Digits with a comma before each three but the first ones.
  static func grouped(_ digits: String, isNegative: Bool) -> String {
    var grouped = isNegative ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}
