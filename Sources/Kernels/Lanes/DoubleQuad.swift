internal import CLanes

/// Four lanes of Double.
struct DoubleQuad: Lanes {
  typealias Scalar = Double
  typealias Mask = DoubleQuadBits
  typealias Bits = DoubleQuadBits

  /// The lanes.
  private var vector: SIMD4<Double>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD4<Double>) { self.vector = vector }

  @inline(always) static var count: Int { 4 }
  @inline(always) init(broadcast scalar: Double) {
    vector = .init()
    CDouble4_fill(&vector, scalar)
  }
  @inline(always) init(bits: Bits) { vector = unsafeBitCast(bits.vector, to: SIMD4<Double>.self) }
  @inline(always) var bits: Bits { Bits(unsafeBitCast(vector, to: SIMD4<UInt64>.self)) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Double>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD4<Double>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    var result = a
    CDouble4_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    var result = a
    CDouble4_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    var result = a
    CDouble4_multiply(&result.vector, b.vector)
    return result
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    var result = a
    CDouble4_divide(&result.vector, b.vector)
    return result
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    var result = self
    CDouble4_fma(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) var squareRoot: Self {
    var result = self
    CDouble4_takeRoot(&result.vector)
    return result
  }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble4_isLess(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble4_isAtMost(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    var result = Mask(.init())
    CDouble4_isEqual(&result.vector, a.vector, b.vector)
    return result
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    var result = self
    CDouble4_replace(&result.vector, mask.vector, other.vector)
    return result
  }
}

extension DoubleQuad: FourLanes {
  @inline(always) init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
    self.init(CDouble4_of(a, b, c, d))
  }
  @inline(always) static func lowByTurns(_ a: Self, _ b: Self) -> Self {
    Self(CDouble4_lowByTurns(a.vector, b.vector))
  }
  @inline(always) static func highByTurns(_ a: Self, _ b: Self) -> Self {
    Self(CDouble4_highByTurns(a.vector, b.vector))
  }
  @inline(always) static func lowHalves(_ a: Self, _ b: Self) -> Self {
    Self(CDouble4_lowHalves(a.vector, b.vector))
  }
  @inline(always) static func highHalves(_ a: Self, _ b: Self) -> Self {
    Self(CDouble4_highHalves(a.vector, b.vector))
  }
}

/// The bit patterns of a `DoubleQuad`.
struct DoubleQuadBits: BitLanes {
  /// The patterns.
  var vector: SIMD4<UInt64>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD4<UInt64>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    vector = .init()
    CDouble4Bits_fill(&vector, pattern)
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    var result = a
    CDouble4Bits_and(&result.vector, b.vector)
    return result
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    var result = a
    CDouble4Bits_or(&result.vector, b.vector)
    return result
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    var result = a
    CDouble4Bits_xor(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    var result = a
    CDouble4Bits_add(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    var result = a
    CDouble4Bits_subtract(&result.vector, b.vector)
    return result
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    var result = a
    CDouble4Bits_moveUp(&result.vector, count.vector)
    return result
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    var result = a
    CDouble4Bits_moveDown(&result.vector, count.vector)
    return result
  }
}
