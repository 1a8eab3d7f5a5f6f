extension DecimalScanner {
  /// Reads a number such as `-12.5` whose bytes are, with the one behind them, eight at most.
  ///
  /// They are looked at together, so that it does not matter whether all numbers are of one length.
  /// There must be a digit before the point, and no exponent.
  ///
  /// - Returns: the number, and where it ends; nil where there is another one, or none.
  @inline(always)
  static func shortNumber(
    in bytes: Span<UInt8>, at start: Int, endingBefore terminator: UInt8
  ) -> (value: Double, end: Int)? {
    guard start <= bytes.count &- 8 else { return nil }
    // Digits become 0…9, and a minus becomes a zero in front of them.
    var word = bytes.word(at: start) ^ UInt64(repeating: zero)
    let minus = UInt64(UInt8(ascii: "-") ^ zero)
    let sign: UInt64 = word & 0xFF == minus ? 1 : 0
    word ^= sign &* minus
    // From here on places are counted in bits, eight for each byte.
    let others = word.marksOfNoDigits
    guard others != 0 else { return nil }
    let point = UInt64(truncatingIfNeeded: others.trailingZeroBitCount & ~7)
    var (digits, end, fraction) = (word, point, 0 as UInt64)
    if UInt8(truncatingIfNeeded: word &>> point) == UInt8(ascii: ".") ^ zero {
      let behindPoint = others & (others &- 1)
      guard behindPoint != 0 else { return nil }
      end = UInt64(truncatingIfNeeded: behindPoint.trailingZeroBitCount & ~7)
      fraction = end &- point &- 8
      // The digits before the point move up to those behind it.
      let whole = (1 &<< point) &- 1
      digits = (word & whole) &<< 8 | (word & ~(whole &<< 8 | 0xFF))
    }
    let place = start &+ Int(truncatingIfNeeded: end &>> 3)
    guard point > sign &<< 3, bytes[unchecked: place] == terminator else { return nil }
    let significand = Double(
      Int(truncatingIfNeeded: (digits &<< (64 &- end)).numberOfDigits))
    let magnitude = significand / powersOfTen[unchecked: Int(truncatingIfNeeded: fraction &>> 3)]
    return (Double(bitPattern: magnitude.bitPattern | sign &<< 63), place)
  }
}
