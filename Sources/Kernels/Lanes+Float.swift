internal import CLanes

/// As many lanes of Float as the widest register holds.
struct FloatVector: Lanes {
  typealias Scalar = Float
  typealias Mask = FloatVectorBits
  typealias Bits = FloatVectorBits

  /// The lanes.
  fileprivate let vector: SIMD16<Float>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD16<Float>) { self.vector = vector }

  @inline(always) static var count: Int { 16 }
  @inline(always) init(broadcast scalar: Float) { self.init(CFloat16_broadcast(scalar)) }
  @inline(always) init(bits: Bits) { self.init(CFloat16_number(bits.vector)) }
  @inline(always) var bits: Bits { Bits(CFloat16_bits(vector)) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Float>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD16<Float>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    Self(CFloat16_sum(a.vector, b.vector))
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(CFloat16_difference(a.vector, b.vector))
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(CFloat16_product(a.vector, b.vector))
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(CFloat16_quotient(a.vector, b.vector))
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(CFloat16_fma(vector, a.vector, b.vector))
  }
  @inline(always) var squareRoot: Self { Self(CFloat16_root(vector)) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat16_isLess(a.vector, b.vector))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat16_isAtMost(a.vector, b.vector))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat16_isEqual(a.vector, b.vector))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(CFloat16_choice(mask.vector, other.vector, vector))
  }
}

/// The bit patterns of a `FloatVector`.
struct FloatVectorBits: BitLanes {
  /// The patterns.
  let vector: SIMD16<UInt32>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD16<UInt32>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(CFloat16Bits_broadcast(UInt32(truncatingIfNeeded: pattern)))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    Self(CFloat16Bits_and(a.vector, b.vector))
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    Self(CFloat16Bits_or(a.vector, b.vector))
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    Self(CFloat16Bits_xor(a.vector, b.vector))
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(CFloat16Bits_sum(a.vector, b.vector))
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(CFloat16Bits_difference(a.vector, b.vector))
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(CFloat16Bits_up(a.vector, count.vector))
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(CFloat16Bits_down(a.vector, count.vector))
  }
}

/// Four lanes of Float.
struct FloatQuad: Lanes {
  typealias Scalar = Float
  typealias Mask = FloatQuadBits
  typealias Bits = FloatQuadBits

  /// The lanes.
  private let vector: SIMD4<Float>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD4<Float>) { self.vector = vector }

  @inline(always) static var count: Int { 4 }
  @inline(always) init(broadcast scalar: Float) { self.init(CFloat4_broadcast(scalar)) }
  @inline(always) init(bits: Bits) { self.init(CFloat4_number(bits.vector)) }
  @inline(always) var bits: Bits { Bits(CFloat4_bits(vector)) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Float>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD4<Float>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self { Self(CFloat4_sum(a.vector, b.vector)) }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(CFloat4_difference(a.vector, b.vector))
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(CFloat4_product(a.vector, b.vector))
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(CFloat4_quotient(a.vector, b.vector))
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(CFloat4_fma(vector, a.vector, b.vector))
  }
  @inline(always) var squareRoot: Self { Self(CFloat4_root(vector)) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat4_isLess(a.vector, b.vector))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat4_isAtMost(a.vector, b.vector))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat4_isEqual(a.vector, b.vector))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(CFloat4_choice(mask.vector, other.vector, vector))
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
  let vector: SIMD4<UInt32>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD4<UInt32>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(CFloat4Bits_broadcast(UInt32(truncatingIfNeeded: pattern)))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    Self(CFloat4Bits_and(a.vector, b.vector))
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    Self(CFloat4Bits_or(a.vector, b.vector))
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    Self(CFloat4Bits_xor(a.vector, b.vector))
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(CFloat4Bits_sum(a.vector, b.vector))
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(CFloat4Bits_difference(a.vector, b.vector))
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(CFloat4Bits_up(a.vector, count.vector))
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(CFloat4Bits_down(a.vector, count.vector))
  }
}

/// As many lanes of Float as four of the widest registers hold: the compiler splits it into these.
struct FloatBlock: Lanes {
  typealias Scalar = Float
  typealias Mask = FloatBlockBits
  typealias Bits = FloatBlockBits

  /// The lanes.
  private let vector: SIMD64<Float>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD64<Float>) { self.vector = vector }

  /// The lanes of a vector four times.
  @inline(always) init(repeating part: FloatVector) {
    self.init(CFloat64_repeated(part.vector))
  }

  @inline(always) static var count: Int { 64 }
  @inline(always) init(broadcast scalar: Float) { self.init(CFloat64_broadcast(scalar)) }
  @inline(always) init(bits: Bits) { self.init(CFloat64_number(bits.vector)) }
  @inline(always) var bits: Bits { Bits(CFloat64_bits(vector)) }
  @inline(always) static func load(_ source: UnsafePointer<Float>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD64<Float>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD64<Float>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    Self(CFloat64_sum(a.vector, b.vector))
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(CFloat64_difference(a.vector, b.vector))
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(CFloat64_product(a.vector, b.vector))
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(CFloat64_quotient(a.vector, b.vector))
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(CFloat64_fma(vector, a.vector, b.vector))
  }
  @inline(always) var squareRoot: Self { Self(CFloat64_root(vector)) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat64_isLess(a.vector, b.vector))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat64_isAtMost(a.vector, b.vector))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    Mask(CFloat64_isEqual(a.vector, b.vector))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(CFloat64_choice(mask.vector, other.vector, vector))
  }
}

/// The bit patterns of a `FloatBlock`.
struct FloatBlockBits: BitLanes {
  /// The patterns.
  let vector: SIMD64<UInt32>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD64<UInt32>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(CFloat64Bits_broadcast(UInt32(truncatingIfNeeded: pattern)))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    Self(CFloat64Bits_and(a.vector, b.vector))
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    Self(CFloat64Bits_or(a.vector, b.vector))
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    Self(CFloat64Bits_xor(a.vector, b.vector))
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(CFloat64Bits_sum(a.vector, b.vector))
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(CFloat64Bits_difference(a.vector, b.vector))
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(CFloat64Bits_up(a.vector, count.vector))
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(CFloat64Bits_down(a.vector, count.vector))
  }
}
