// Eight bytes as one number, the first of them lowest, so that they are looked at together.

extension Span<UInt8> {
  /// The eight bytes from a place on.
  ///
  /// - Precondition: there are so many.
  @inline(always)
  func word(at place: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: UInt64.self))
  }
}

extension UInt64 {
  /// A byte eight times.
  @inline(always)
  init(repeating byte: UInt8) { self = UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A 1 for each byte that is equal to `byte`, a 0 for every other.
  @inline(always)
  func ones(where byte: UInt8) -> UInt64 {
    let differences = self ^ UInt64(repeating: byte)
    let low = UInt64(repeating: 0x7F)
    // The highest bit of each byte is left where the byte is 0, as it is where both are equal.
    return ~(((differences & low) &+ low) | differences | low) &>> 7
  }

  /// The highest bit of each byte that is more than 9.
  @inline(always)
  var marksOfNoDigits: UInt64 {
    let low = UInt64(repeating: 0x7F)
    return ((self & low) &+ UInt64(repeating: 0x80 - 10) | self) & ~low
  }

  /// The number that eight digits make, bytes of 0…9 of which the lowest comes first.
  @inline(always)
  var numberOfDigits: UInt64 {
    let pairs = (self &* 10 &+ self &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF
  }

  /// What the bytes come to, each a number of its own.
  @inline(always)
  var sumOfBytes: Int {
    let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
    let sums = (self & pairs) &+ ((self &>> 8) & pairs)
    return Int((sums &* 0x0001_0001_0001_0001) &>> 48)
  }
}
