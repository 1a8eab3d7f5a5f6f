internal import CLanes

/// As many lanes of Double as the widest register holds.
struct DoubleVector: Lanes {
  typealias Scalar = Double
  typealias Mask = DoubleVectorBits
  typealias Bits = DoubleVectorBits

  /// The lanes.
  private(set) var vector: SIMD8<Double>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD8<Double>) { self.vector = vector }

  @inline(always) static var count: Int { 8 }
  @inline(always) init(broadcast scalar: Double) {
    vector = .init()
    CDouble8_fill(&vector, scalar)
  }
  @inline(always) init(bits: Bits) { vector = unsafeBitCast(bits.vector, to: SIMD8<Double>.self) }
  @inline(always) var bits: Bits { Bits(unsafeBitCast(vector, to: SIMD8<UInt64>.self)) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Double>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD8<Double>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    var result = a
    CDouble8_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    var result = a
    CDouble8_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    var result = a
    CDouble8_multiply(&result.vector, b.vector)
    return result
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    var result = a
    CDouble8_divide(&result.vector, b.vector)
    return result
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    var result = self
    CDouble8_fma(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) var squareRoot: Self {
    var result = self
    CDouble8_takeRoot(&result.vector)
    return result
  }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble8_isLess(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble8_isAtMost(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble8_isEqual(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    var result = self
    CDouble8_replace(&result.vector, mask.vector, other.vector)
    return result
  }
}

/// The bit patterns of a `DoubleVector`.
struct DoubleVectorBits: BitLanes {
  /// The patterns.
  var vector: SIMD8<UInt64>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD8<UInt64>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    vector = .init()
    CDouble8Bits_fill(&vector, pattern)
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    var result = a
    CDouble8Bits_and(&result.vector, b.vector)
    return result
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    var result = a
    CDouble8Bits_or(&result.vector, b.vector)
    return result
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    var result = a
    CDouble8Bits_xor(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    var result = a
    CDouble8Bits_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    var result = a
    CDouble8Bits_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    var result = a
    CDouble8Bits_moveUp(&result.vector, count.vector)
    return result
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    var result = a
    CDouble8Bits_moveDown(&result.vector, count.vector)
    return result
  }
}
