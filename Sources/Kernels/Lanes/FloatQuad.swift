internal import CLanes

/// Four lanes of Float.
struct FloatQuad: Lanes {
  typealias Scalar = Float
  typealias Mask = FloatQuadBits
  typealias Bits = FloatQuadBits

  /// The lanes.
  private var vector: SIMD4<Float>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD4<Float>) { self.vector = vector }

  @inline(always) static var count: Int { 4 }
  @inline(always) init(broadcast scalar: Float) {
    vector = .init()
    CFloat4_fill(&vector, scalar)
  }
  @inline(always) init(bits: Bits) { vector = unsafeBitCast(bits.vector, to: SIMD4<Float>.self) }
  @inline(always) var bits: Bits { Bits(unsafeBitCast(vector, to: SIMD4<UInt32>.self)) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Float>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD4<Float>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    var result = a
    CFloat4_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    var result = a
    CFloat4_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    var result = a
    CFloat4_multiply(&result.vector, b.vector)
    return result
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    var result = a
    CFloat4_divide(&result.vector, b.vector)
    return result
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    var result = self
    CFloat4_fma(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) var squareRoot: Self {
    var result = self
    CFloat4_takeRoot(&result.vector)
    return result
  }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat4_isLess(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat4_isAtMost(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CFloat4_isEqual(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    var result = self
    CFloat4_replace(&result.vector, mask.vector, other.vector)
    return result
  }
}

extension FloatQuad: FourLanes {
  @inline(always) init(_ a: Float, _ b: Float, _ c: Float, _ d: Float) {
    self.init(CFloat4_of(a, b, c, d))
  }
  @inline(always) static func lowByTurns(_ a: Self, _ b: Self) -> Self {
    Self(CFloat4_lowByTurns(a.vector, b.vector))
  }
  @inline(always) static func highByTurns(_ a: Self, _ b: Self) -> Self {
    Self(CFloat4_highByTurns(a.vector, b.vector))
  }
  @inline(always) static func lowHalves(_ a: Self, _ b: Self) -> Self {
    Self(CFloat4_lowHalves(a.vector, b.vector))
  }
  @inline(always) static func highHalves(_ a: Self, _ b: Self) -> Self {
    Self(CFloat4_highHalves(a.vector, b.vector))
  }
}

/// The bit patterns of a `FloatQuad`.
struct FloatQuadBits: BitLanes {
  /// The patterns.
  var vector: SIMD4<UInt32>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD4<UInt32>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    vector = .init()
    CFloat4Bits_fill(&vector, UInt32(truncatingIfNeeded: pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    var result = a
    CFloat4Bits_and(&result.vector, b.vector)
    return result
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    var result = a
    CFloat4Bits_or(&result.vector, b.vector)
    return result
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    var result = a
    CFloat4Bits_xor(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    var result = a
    CFloat4Bits_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    var result = a
    CFloat4Bits_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    var result = a
    CFloat4Bits_moveUp(&result.vector, count.vector)
    return result
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    var result = a
    CFloat4Bits_moveDown(&result.vector, count.vector)
    return result
  }
}
