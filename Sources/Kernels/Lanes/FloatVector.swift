internal import CLanes

/// As many lanes of Float as the widest register holds.
struct FloatVector: Lanes {
  typealias Scalar = Float
  typealias Mask = FloatVectorBits
  typealias Bits = FloatVectorBits

  /// The lanes.
  private(set) var vector: SIMD16<Float>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD16<Float>) { self.vector = vector }

  @inline(always) static var count: Int { 16 }
  @inline(always) init(broadcast scalar: Float) {
    vector = .init()
    CFloat16_fill(&vector, scalar)
  }
  @inline(always) init(bits: Bits) { vector = unsafeBitCast(bits.vector, to: SIMD16<Float>.self) }
  @inline(always) var bits: Bits { Bits(unsafeBitCast(vector, to: SIMD16<UInt32>.self)) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Float>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD16<Float>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    var result = a
    CFloat16_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    var result = a
    CFloat16_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    var result = a
    CFloat16_multiply(&result.vector, b.vector)
    return result
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    var result = a
    CFloat16_divide(&result.vector, b.vector)
    return result
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    var result = self
    CFloat16_fma(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) var squareRoot: Self {
    var result = self
    CFloat16_takeRoot(&result.vector)
    return result
  }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat16_isLess(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat16_isAtMost(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat16_isEqual(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    var result = self
    CFloat16_replace(&result.vector, mask.vector, other.vector)
    return result
  }
}

/// The bit patterns of a `FloatVector`.
struct FloatVectorBits: BitLanes {
  /// The patterns.
  var vector: SIMD16<UInt32>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD16<UInt32>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    vector = .init()
    CFloat16Bits_fill(&vector, UInt32(truncatingIfNeeded: pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    var result = a
    CFloat16Bits_and(&result.vector, b.vector)
    return result
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    var result = a
    CFloat16Bits_or(&result.vector, b.vector)
    return result
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    var result = a
    CFloat16Bits_xor(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    var result = a
    CFloat16Bits_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    var result = a
    CFloat16Bits_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    var result = a
    CFloat16Bits_moveUp(&result.vector, count.vector)
    return result
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    var result = a
    CFloat16Bits_moveDown(&result.vector, count.vector)
    return result
  }
}
