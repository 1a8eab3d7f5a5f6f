internal import CLanes

/// As many lanes of Float as four of the widest registers hold: the compiler splits it into these.
struct FloatBlock: Lanes {
  typealias Scalar = Float
  typealias Mask = FloatBlockBits
  typealias Bits = FloatBlockBits

  /// The lanes.
  private var vector: SIMD64<Float>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD64<Float>) { self.vector = vector }

  /// The lanes of a vector four times.
  @inline(always) init(repeating part: FloatVector) {
    vector = .init()
    CFloat64_repeat(&vector, part.vector)
  }

  @inline(always) static var count: Int { 64 }
  @inline(always) init(broadcast scalar: Float) {
    vector = .init()
    CFloat64_fill(&vector, scalar)
  }
  @inline(always) init(bits: Bits) { vector = unsafeBitCast(bits.vector, to: SIMD64<Float>.self) }
  @inline(always) var bits: Bits { Bits(unsafeBitCast(vector, to: SIMD64<UInt32>.self)) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD64<Float>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD64<Float>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    var result = a
    CFloat64_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    var result = a
    CFloat64_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    var result = a
    CFloat64_multiply(&result.vector, b.vector)
    return result
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    var result = a
    CFloat64_divide(&result.vector, b.vector)
    return result
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    var result = self
    CFloat64_fma(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) var squareRoot: Self {
    var result = self
    CFloat64_takeRoot(&result.vector)
    return result
  }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat64_isLess(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat64_isAtMost(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat64_isEqual(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    var result = self
    CFloat64_replace(&result.vector, mask.vector, other.vector)
    return result
  }
}

/// The bit patterns of a `FloatBlock`.
struct FloatBlockBits: BitLanes {
  /// The patterns.
  var vector: SIMD64<UInt32>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD64<UInt32>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    vector = .init()
    CFloat64Bits_fill(&vector, UInt32(truncatingIfNeeded: pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    var result = a
    CFloat64Bits_and(&result.vector, b.vector)
    return result
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    var result = a
    CFloat64Bits_or(&result.vector, b.vector)
    return result
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    var result = a
    CFloat64Bits_xor(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    var result = a
    CFloat64Bits_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    var result = a
    CFloat64Bits_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    var result = a
    CFloat64Bits_moveUp(&result.vector, count.vector)
    return result
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    var result = a
    CFloat64Bits_moveDown(&result.vector, count.vector)
    return result
  }
}
