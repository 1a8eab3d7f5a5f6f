/// Reads decimal numbers out of bytes, each to the double that is nearest to it, ties to even.
///
/// A number is digits with or without a point among them, a sign before and an exponent behind, as
/// in `-1.5e3`. Infinities, hexadecimal digits and what is no number at all are not read.
struct DecimalScanner {
  /// What the digits of a number come to.
  private var significand: UInt64 = 0
  /// How many digits count: all after the zeros in front.
  private var digitCount = 0
  /// The power of ten that the significand is multiplied by.
  private var exponent = 0
  /// Whether there is a minus.
  private var isNegative = false

  /// The first of the digits.
  static let zero = UInt8(ascii: "0")
  /// Digits beyond so many do not fit a significand.
  private static let mostDigits = 19

  /// Reads a number that begins at `start`.
  ///
  /// - Precondition: behind the number there is a byte that belongs to none.
  /// - Returns: the number, infinite where it overflows, and where it ends; nil where none begins.
  static func number(in bytes: Span<UInt8>, at start: Int) -> (value: Double, end: Int)? {
    var scanner = DecimalScanner()
    guard let end = scanner.scan(bytes, from: start) else { return nil }
    guard scanner.digitCount <= mostDigits, let value = scanner.exactValue else {
      return (slowValue(of: bytes.extracting(start..<end)), end)
    }
    return (scanner.isNegative ? -value : value, end)
  }

  /// Passes over a number.
  ///
  /// - Returns: where it ends; nil where none begins.
  @inline(always)
  private mutating func scan(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    let sign = bytes[unchecked: place]
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      place &+= 1
    }
    let whole = place
    scanDigits(bytes, &place)
    var digits = place &- whole
    if bytes[unchecked: place] == UInt8(ascii: ".") {
      place &+= 1
      let fraction = place
      scanDigits(bytes, &place)
      exponent = fraction &- place
      digits &-= exponent
    }
    guard digits > 0 else { return nil }
    digitCount = digits
    if digits > Self.mostDigits { digitCount = significantDigits(bytes, from: whole, to: place) }
    if bytes[unchecked: place] | 0x20 == UInt8(ascii: "e") { scanExponent(bytes, &place) }
    return place
  }

  /// Passes over digits, and appends them to the significand.
  @inline(always)
  private mutating func scanDigits(_ bytes: Span<UInt8>, _ place: inout Int) {
    while place &+ 8 <= bytes.count {
      let word = bytes.word(at: place) ^ UInt64(repeating: Self.zero)
      if word.marksOfNoDigits != 0 { break }
      significand = significand &* 100_000_000 &+ word.numberOfDigits
      place &+= 8
    }
    while true {
      let digit = bytes[unchecked: place] &- Self.zero
      if digit > 9 { return }
      significand = significand &* 10 &+ UInt64(digit)
      place &+= 1
    }
  }

  /// How many digits there are without the zeros in front.
  private func significantDigits(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    for place in start..<end where bytes[place] != UInt8(ascii: ".") {
      if count > 0 || bytes[place] != UInt8(ascii: "0") { count += 1 }
    }
    return count
  }

  /// Passes over an exponent; an `e` without digits behind it is left where it is.
  private mutating func scanExponent(_ bytes: Span<UInt8>, _ place: inout Int) {
    var end = place + 1
    let sign = bytes[end]
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { end += 1 }
    let first = end
    var power = 0
    while true {
      let digit = bytes[end] &- 0x30
      if digit > 9 { break }
      // Beyond this every number is 0 or infinite, however many digits stand before it.
      if power < 1_000_000_000 { power = power * 10 + Int(digit) }
      end += 1
    }
    guard end > first else { return }
    exponent += sign == UInt8(ascii: "-") ? -power : power
    place = end
  }

  /// The magnitude, where it can be had by one or two exact steps; nil where it cannot.
  @inline(always)
  private var exactValue: Double? {
    // A product or a quotient of two exact numbers is rounded once.
    if significand < 1 << 53, -22 <= exponent, exponent <= 22 {
      let number = Double(significand)
      return exponent < 0
        ? number / Self.powersOfTen[-exponent] : number * Self.powersOfTen[exponent]
    }
    return wideValue
  }

  /// The magnitude by whole numbers of 128 bits; nil where they are too short.
  private var wideValue: Double? {
    if significand == 0 { return 0 }
    guard -19 <= exponent, exponent <= 19 else { return nil }
    let power = Self.wholePowersOfTen[Int(exponent.magnitude)]
    if exponent < 0 {
      // significand / power, both with their highest bits set, to 63 bits and the rest.
      let (up, powerUp) = (significand.leadingZeroBitCount, power.leadingZeroBitCount)
      let dividend = significand << up
      let (quotient, remainder) = (power << powerUp)
        .dividingFullWidth((dividend >> 1, dividend << 63))
      return Self.scaled(quotient, isInexact: remainder != 0, by: powerUp - up - 63)
    }
    let (high, low) = significand.multipliedFullWidth(by: power)
    if high == 0 { return Double(low) }
    let up = high.leadingZeroBitCount
    let top = high << up | (up == 0 ? 0 : low >> (64 - up))
    return Self.scaled(top, isInexact: low << up != 0, by: 64 - up)
  }

  /// A whole number of 62 bits or more times a power of two, rounded once.
  ///
  /// - Parameter isInexact: whether the number is a little more than `number`: below its lowest bit,
  ///   where one bit says as much as all.
  private static func scaled(_ number: UInt64, isInexact: Bool, by power: Int) -> Double {
    let scale = Double(sign: .plus, exponent: power, significand: 1)
    return Double(number | (isInexact ? 1 : 0)) * scale
  }

  /// Any number, by the standard library.
  @inline(never)
  private static func slowValue(of bytes: Span<UInt8>) -> Double {
    let text = String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for place in bytes.indices { buffer[place] = bytes[place] }
      return bytes.count
    }
    guard let value = Double(text) else { preconditionFailure("a number was scanned") }
    return value
  }

  /// 1, 10, … 10²², which float64 has.
  static let powersOfTen: InlineArray<23, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// 1, 10, … 10¹⁹, which 64 bits hold.
  private static let wholePowersOfTen: InlineArray<20, UInt64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
