/// Reads numbers such as `-12.5`, whose bytes are, with the one behind them, eight at most.
///
/// The eight bytes are looked at together. Which of them are no digits says what form a number can
/// have, and a table what is done with each form, so that it does not matter whether all numbers are
/// of one length.
struct ShortNumbers: Sendable {
  /// What is done with numbers of one form, of which the first byte is the lowest, and digits are
  /// 0…9.
  private struct Form: Sendable {
    /// The bytes that are no digits: a minus, a point.
    var fixedBytes: UInt64 = 0
    /// What those bytes are.
    var fixedValues: UInt64 = 0
    /// The digits before the point; none where there is no point.
    var wholeBytes: UInt64 = 0
    /// The other digits.
    var fractionBytes: UInt64 = 0
    /// What moves the last digit to the highest byte.
    var shift: UInt64 = 1
    /// What the number that the digits make is divided by.
    var divisor = 1.0
    /// The bit of a minus.
    var sign: UInt64 = 0
    /// How many bytes there are.
    var length = 0

    /// A form that no number has.
    static let none = Form(fixedBytes: 0, fixedValues: 1)
  }

  /// For each set of bytes that are no digits the form with a point, then for each that without.
  private let forms = [true, false].flatMap { hasPoint in
    (0..<256).map { Self.form(marks: $0, hasPoint: hasPoint) }
  }

  /// The form of numbers of which those bytes are no digits that `marks` has bits for.
  private static func form(marks: Int, hasPoint: Bool) -> Form {
    let start = marks & 1
    let others = marks & ~1
    let first = others.trailingZeroBitCount
    let end = hasPoint ? (others & (others - 1)).trailingZeroBitCount : first
    guard first > start, end < 8 else { return .none }
    var form = Form(shift: 1 << UInt64(64 - 8 * end), length: end)
    if start > 0 {
      form.sign = 1 << 63
      form.fixedBytes = bytes(0..<1)
      form.fixedValues = UInt64(UInt8(ascii: "-") ^ DecimalScanner.zero)
    }
    if hasPoint {
      form.fixedBytes |= bytes(first..<first + 1)
      form.fixedValues |= UInt64(UInt8(ascii: ".") ^ DecimalScanner.zero) << UInt64(8 * first)
      form.wholeBytes = bytes(start..<first)
      form.fractionBytes = bytes(first + 1..<end)
      form.divisor = DecimalScanner.powersOfTen[end - first - 1]
    } else {
      form.fractionBytes = bytes(start..<end)
    }
    return form
  }

  /// All bits of some bytes.
  private static func bytes(_ places: Range<Int>) -> UInt64 {
    places.reduce(0) { $0 | 0xFF << UInt64(8 * $1) }
  }

  /// Reads a number that begins at `start`.
  ///
  /// There must be a digit before the point, and no exponent.
  ///
  /// - Returns: the number, and where it ends; nil where there is another one, or none.
  @inline(always)
  func number(
    in bytes: Span<UInt8>, at start: Int, endingBefore terminator: UInt8
  ) -> (value: Double, end: Int)? {
    guard start <= bytes.count &- 8 else { return nil }
    let word = bytes.word(at: start) ^ UInt64(repeating: DecimalScanner.zero)
    // The product gathers the eight marks in its highest byte.
    let marks = Int(truncatingIfNeeded: (word.marksOfNoDigits &* 0x0002_0408_1020_4081) &>> 56)
    let forms = forms.span
    return Self.number(bytes, start, word, forms[unchecked: marks], terminator)
      ?? Self.number(bytes, start, word, forms[unchecked: marks &+ 256], terminator)
  }

  /// Reads a number if it is of a form.
  @inline(always)
  private static func number(
    _ bytes: Span<UInt8>, _ start: Int, _ word: UInt64, _ form: Form, _ terminator: UInt8
  ) -> (value: Double, end: Int)? {
    let end = start &+ form.length
    guard word & form.fixedBytes == form.fixedValues, bytes[unchecked: end] == terminator
    else { return nil }
    // The digits before the point move up to those behind it.
    let digits = (word & form.wholeBytes) &<< 8 | (word & form.fractionBytes)
    let significand = Double(Int(truncatingIfNeeded: (digits &* form.shift).numberOfDigits))
    return (Double(bitPattern: (significand / form.divisor).bitPattern | form.sign), end)
  }
}
