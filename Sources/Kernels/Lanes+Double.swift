internal import CLanes

/// As many lanes of Double as the widest register holds.
struct DoubleVector: Lanes {
  typealias Scalar = Double
  typealias Mask = DoubleVectorBits
  typealias Bits = DoubleVectorBits

  /// The lanes.
  fileprivate let vector: SIMD8<Double>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD8<Double>) { self.vector = vector }

  @inline(always) static var count: Int { 8 }
  @inline(always) init(broadcast scalar: Double) { self.init(CDouble8_broadcast(scalar)) }
  @inline(always) init(bits: Bits) { self.init(CDouble8_number(bits.vector)) }
  @inline(always) var bits: Bits { Bits(CDouble8_bits(vector)) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Double>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD8<Double>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    Self(CDouble8_sum(a.vector, b.vector))
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(CDouble8_difference(a.vector, b.vector))
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(CDouble8_product(a.vector, b.vector))
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(CDouble8_quotient(a.vector, b.vector))
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(CDouble8_fma(vector, a.vector, b.vector))
  }
  @inline(always) var squareRoot: Self { Self(CDouble8_root(vector)) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble8_isLess(a.vector, b.vector))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble8_isAtMost(a.vector, b.vector))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble8_isEqual(a.vector, b.vector))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(CDouble8_choice(mask.vector, other.vector, vector))
  }
}

/// The bit patterns of a `DoubleVector`.
struct DoubleVectorBits: BitLanes {
  /// The patterns.
  let vector: SIMD8<UInt64>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD8<UInt64>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(CDouble8Bits_broadcast(pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    Self(CDouble8Bits_and(a.vector, b.vector))
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    Self(CDouble8Bits_or(a.vector, b.vector))
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    Self(CDouble8Bits_xor(a.vector, b.vector))
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(CDouble8Bits_sum(a.vector, b.vector))
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(CDouble8Bits_difference(a.vector, b.vector))
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(CDouble8Bits_up(a.vector, count.vector))
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(CDouble8Bits_down(a.vector, count.vector))
  }
}

/// Four lanes of Double.
struct DoubleQuad: Lanes {
  typealias Scalar = Double
  typealias Mask = DoubleQuadBits
  typealias Bits = DoubleQuadBits

  /// The lanes.
  private let vector: SIMD4<Double>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD4<Double>) { self.vector = vector }

  @inline(always) static var count: Int { 4 }
  @inline(always) init(broadcast scalar: Double) { self.init(CDouble4_broadcast(scalar)) }
  @inline(always) init(bits: Bits) { self.init(CDouble4_number(bits.vector)) }
  @inline(always) var bits: Bits { Bits(CDouble4_bits(vector)) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Double>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD4<Double>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    Self(CDouble4_sum(a.vector, b.vector))
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(CDouble4_difference(a.vector, b.vector))
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(CDouble4_product(a.vector, b.vector))
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(CDouble4_quotient(a.vector, b.vector))
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(CDouble4_fma(vector, a.vector, b.vector))
  }
  @inline(always) var squareRoot: Self { Self(CDouble4_root(vector)) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble4_isLess(a.vector, b.vector))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble4_isAtMost(a.vector, b.vector))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble4_isEqual(a.vector, b.vector))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(CDouble4_choice(mask.vector, other.vector, vector))
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
  let vector: SIMD4<UInt64>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD4<UInt64>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(CDouble4Bits_broadcast(pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    Self(CDouble4Bits_and(a.vector, b.vector))
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    Self(CDouble4Bits_or(a.vector, b.vector))
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    Self(CDouble4Bits_xor(a.vector, b.vector))
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(CDouble4Bits_sum(a.vector, b.vector))
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(CDouble4Bits_difference(a.vector, b.vector))
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(CDouble4Bits_up(a.vector, count.vector))
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(CDouble4Bits_down(a.vector, count.vector))
  }
}

/// As many lanes of Double as four of the widest registers hold: the compiler splits it into these.
struct DoubleBlock: Lanes {
  typealias Scalar = Double
  typealias Mask = DoubleBlockBits
  typealias Bits = DoubleBlockBits

  /// The lanes.
  private let vector: SIMD32<Double>

  /// Takes a vector as lanes.
  @inline(always) private init(_ vector: SIMD32<Double>) { self.vector = vector }

  /// The lanes of a vector four times.
  @inline(always) init(repeating part: DoubleVector) {
    self.init(CDouble32_repeated(part.vector))
  }

  @inline(always) static var count: Int { 32 }
  @inline(always) init(broadcast scalar: Double) { self.init(CDouble32_broadcast(scalar)) }
  @inline(always) init(bits: Bits) { self.init(CDouble32_number(bits.vector)) }
  @inline(always) var bits: Bits { Bits(CDouble32_bits(vector)) }
  @inline(always) static func load(_ source: UnsafePointer<Double>) -> Self {
    Self(UnsafeRawPointer(source).loadUnaligned(as: SIMD32<Double>.self))
  }
  @inline(always) func store(_ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: SIMD32<Double>.self)
  }
  @inline(always) static func + (a: Self, b: Self) -> Self {
    Self(CDouble32_sum(a.vector, b.vector))
  }
  @inline(always) static func - (a: Self, b: Self) -> Self {
    Self(CDouble32_difference(a.vector, b.vector))
  }
  @inline(always) static func * (a: Self, b: Self) -> Self {
    Self(CDouble32_product(a.vector, b.vector))
  }
  @inline(always) static func / (a: Self, b: Self) -> Self {
    Self(CDouble32_quotient(a.vector, b.vector))
  }
  @inline(always) func fma(_ a: Self, _ b: Self) -> Self {
    Self(CDouble32_fma(vector, a.vector, b.vector))
  }
  @inline(always) var squareRoot: Self { Self(CDouble32_root(vector)) }
  @inline(always) static func isLess(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble32_isLess(a.vector, b.vector))
  }
  @inline(always) static func isAtMost(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble32_isAtMost(a.vector, b.vector))
  }
  @inline(always) static func isEqual(_ a: Self, _ b: Self) -> Mask {
    Mask(CDouble32_isEqual(a.vector, b.vector))
  }
  @inline(always) func replacing(with other: Self, where mask: Mask) -> Self {
    Self(CDouble32_choice(mask.vector, other.vector, vector))
  }
}

/// The bit patterns of a `DoubleBlock`.
struct DoubleBlockBits: BitLanes {
  /// The patterns.
  let vector: SIMD32<UInt64>

  /// Takes a vector as patterns.
  @inline(always) init(_ vector: SIMD32<UInt64>) { self.vector = vector }

  @inline(always) init(broadcast pattern: UInt64) {
    self.init(CDouble32Bits_broadcast(pattern))
  }
  @inline(always) static func & (a: Self, b: Self) -> Self {
    Self(CDouble32Bits_and(a.vector, b.vector))
  }
  @inline(always) static func | (a: Self, b: Self) -> Self {
    Self(CDouble32Bits_or(a.vector, b.vector))
  }
  @inline(always) static func ^ (a: Self, b: Self) -> Self {
    Self(CDouble32Bits_xor(a.vector, b.vector))
  }
  @inline(always) static func &+ (a: Self, b: Self) -> Self {
    Self(CDouble32Bits_sum(a.vector, b.vector))
  }
  @inline(always) static func &- (a: Self, b: Self) -> Self {
    Self(CDouble32Bits_difference(a.vector, b.vector))
  }
  @inline(always) static func &<< (a: Self, count: Self) -> Self {
    Self(CDouble32Bits_up(a.vector, count.vector))
  }
  @inline(always) static func &>> (a: Self, count: Self) -> Self {
    Self(CDouble32Bits_down(a.vector, count.vector))
  }
}
