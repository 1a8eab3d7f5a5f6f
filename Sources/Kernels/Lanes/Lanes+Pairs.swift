/// Twice as many lanes: two vectors side by side, which hide each other's latency.
///
/// A SIMD type of the double size would be computed in a loop over its lanes.
struct Pair<Half: Lanes>: Lanes {
  typealias Scalar = Half.Scalar
  typealias Mask = (Half.Mask, Half.Mask)
  typealias Bits = BitPair<Half.Bits>

  /// The lanes before the middle.
  let low: Half
  /// The lanes from the middle on.
  let high: Half

  /// Joins two halves.
  @inline(always) init(_ low: Half, _ high: Half) {
    self.low = low
    self.high = high
  }

  @inline(always) static var count: Int { 2 &* Half.count }
  @inline(always) init(broadcast scalar: Scalar) {
    self.init(Half(broadcast: scalar), Half(broadcast: scalar))
  }
  @inline(always) init(bits: Bits) { self.init(Half(bits: bits.low), Half(bits: bits.high)) }
  @inline(always) var bits: Bits { Bits(low.bits, high.bits) }
  @inline(always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    Self(Half.load(source), Half.load(source + Half.count))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Scalar>) {
    low.store(target)
    high.store(target + Half.count)
  }

  @inline(always) static func + (a: Self, b: Self) -> Self {
    Self(a.low + b.low, a.high + b.high)
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(a.low - b.low, a.high - b.high)
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(a.low * b.low, a.high * b.high)
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(a.low / b.low, a.high / b.high)
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(low.fma(a.low, b.low), high.fma(a.high, b.high))
  }
  @inline(always) var squareRoot: Self { Self(low.squareRoot, high.squareRoot) }

  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    (Half.isLess(a.low, b.low), Half.isLess(a.high, b.high))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    (Half.isAtMost(a.low, b.low), Half.isAtMost(a.high, b.high))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    (Half.isEqual(a.low, b.low), Half.isEqual(a.high, b.high))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(
      low.replacing(with: other.low, where: mask.0),
      high.replacing(with: other.high, where: mask.1))
  }
}

/// The bit patterns of a `Pair`.
struct BitPair<Half: BitLanes>: BitLanes {
  /// Those before the middle.
  let low: Half
  /// Those from the middle on.
  let high: Half

  /// Joins two halves.
  @inline(always) init(_ low: Half, _ high: Half) {
    self.low = low
    self.high = high
  }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(Half(broadcast: pattern), Half(broadcast: pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self { Self(a.low & b.low, a.high & b.high) }
  @inline(always) static func | (a: Self, b: Self) -> Self { Self(a.low | b.low, a.high | b.high) }
  @inline(always) static func ^ (a: Self, b: Self) -> Self { Self(a.low ^ b.low, a.high ^ b.high) }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(a.low &+ b.low, a.high &+ b.high)
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(a.low &- b.low, a.high &- b.high)
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(a.low &<< count.low, a.high &<< count.high)
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(a.low &>> count.low, a.high &>> count.high)
  }
}
