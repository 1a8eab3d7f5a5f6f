internal import CLanes

/// As many lanes of Double as four of the widest registers hold: the compiler splits it into these.
struct DoubleBlock: Lanes {
  typealias Scalar = Double
  typealias Mask = DoubleBlockBits
  typealias Bits = DoubleBlockBits

  /// The lanes.
  private var vector: SIMD32<Double>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD32<Double>) { self.vector = vector }

  /// The lanes of a vector four times.
  @inline(always) init(repeating part: DoubleVector) {
    vector = .init()
    CDouble32_repeat(&vector, part.vector)
  }

  @inline(always) static var count: Int { 32 }
  @inline(always) init(broadcast scalar: Double) {
    vector = .init()
    CDouble32_fill(&vector, scalar)
  }
  @inline(always) init(bits: Bits) { vector = unsafeBitCast(bits.vector, to: SIMD32<Double>.self) }
  @inline(always) var bits: Bits { Bits(unsafeBitCast(vector, to: SIMD32<UInt64>.self)) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD32<Double>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD32<Double>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    var result = a
    CDouble32_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    var result = a
    CDouble32_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    var result = a
    CDouble32_multiply(&result.vector, b.vector)
    return result
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    var result = a
    CDouble32_divide(&result.vector, b.vector)
    return result
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    var result = self
    CDouble32_fma(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) var squareRoot: Self {
    var result = self
    CDouble32_takeRoot(&result.vector)
    return result
  }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble32_isLess(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble32_isAtMost(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble32_isEqual(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    var result = self
    CDouble32_replace(&result.vector, mask.vector, other.vector)
    return result
  }
}

/// The bit patterns of a `DoubleBlock`.
struct DoubleBlockBits: BitLanes {
  /// The patterns.
  var vector: SIMD32<UInt64>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD32<UInt64>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    vector = .init()
    CDouble32Bits_fill(&vector, pattern)
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    var result = a
    CDouble32Bits_and(&result.vector, b.vector)
    return result
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    var result = a
    CDouble32Bits_or(&result.vector, b.vector)
    return result
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    var result = a
    CDouble32Bits_xor(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    var result = a
    CDouble32Bits_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    var result = a
    CDouble32Bits_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    var result = a
    CDouble32Bits_moveUp(&result.vector, count.vector)
    return result
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    var result = a
    CDouble32Bits_moveDown(&result.vector, count.vector)
    return result
  }
}
