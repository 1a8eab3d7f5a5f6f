/// One or more floating-point numbers on which the same operations are done side by side.
///
/// A kernel is written once over `Lanes`: `Scalar.Vector` runs its body, `Scalar` itself its tail,
/// and both give the same bits in every lane. Everything here rounds one way on every processor;
/// NaN travels through all of it. The elementary functions are free generic functions over `Lanes`:
/// `exp(x)`, `expMinusOne(x)`, `log(x)`, `logOnePlus(x)`, `tanh(x)`, `erf(x)`, `sigmoid(x)`,
/// `softplus(x)`.
///
/// Vectors are those of `CLanes`, since Swift's own SIMD types compute floating-point numbers lane by
/// lane.
///
/// Protocols and conformances of this module stay internal: what is public here would be emitted
/// once for each instruction set under one name, and the linker would keep any of them.
protocol Lanes: SendableMetatype {
  /// The number in one lane.
  associatedtype Scalar: KernelScalar
  /// One truth value for each lane.
  associatedtype Mask
  /// The bit patterns of the lanes.
  associatedtype Bits: BitLanes

  /// How many numbers there are side by side.
  static var count: Int { get }

  /// The same number in every lane.
  init(broadcast scalar: Scalar)
  /// The lanes that have these bit patterns.
  init(bits: Bits)
  /// The bit pattern of every lane.
  var bits: Bits { get }

  /// The `count` numbers from `source` on, of any alignment.
  static func load(_ source: UnsafePointer<Scalar>) -> Self
  /// Writes the lanes to the `count` numbers from `target` on, of any alignment.
  func store(_ target: UnsafeMutablePointer<Scalar>)

  /// The sums, each rounded once.
  static func + (a: Self, b: Self) -> Self
  /// The differences, each rounded once.
  static func - (a: Self, b: Self) -> Self
  /// The products, each rounded once.
  static func * (a: Self, b: Self) -> Self
  /// The quotients, each rounded once.
  static func / (a: Self, b: Self) -> Self
  /// `self + a · b`, rounded once.
  func fma(_ a: Self, _ b: Self) -> Self
  /// The square roots, each rounded once; NaN of what is below 0.
  var squareRoot: Self { get }

  /// Where `a < b`; false where either is NaN.
  static func isLess(_ a: Self, _ b: Self) -> Mask
  /// Where `a ≤ b`; false where either is NaN.
  static func isAtMost(_ a: Self, _ b: Self) -> Mask
  /// Where `a = b`; false where either is NaN.
  static func isEqual(_ a: Self, _ b: Self) -> Mask
  /// `other` in the lanes where `mask` holds, and `self` in the rest.
  func replacing(with other: Self, where mask: Mask) -> Self
}

/// A precision in which kernels compute: one lane, and the type of its widest vector.
protocol KernelScalar: Lanes, ElementaryScalar, Sendable where Scalar == Self {
  /// As many lanes as the widest register holds.
  associatedtype Vector: Lanes where Vector.Scalar == Self
  /// Four times as many: what loops take at once, so that the latencies of long formulas overlap.
  associatedtype Block: Lanes where Block.Scalar == Self

  /// The nearest number to a float64 value.
  init(rounding value: Double)
  /// The same number in float64.
  var widened: Double { get }
}

/// Unsigned integers side by side: the bit patterns of `Lanes`.
protocol BitLanes {
  /// The low bits of one pattern in every lane.
  init(broadcast pattern: UInt64)
  /// The bits set in both.
  static func & (a: Self, b: Self) -> Self
  /// The bits set in either.
  static func | (a: Self, b: Self) -> Self
  /// The bits set in one but not in both.
  static func ^ (a: Self, b: Self) -> Self
  /// The sum, without its carry out of the lane.
  static func &+ (a: Self, b: Self) -> Self
  /// The difference, without its borrow from outside the lane.
  static func &- (a: Self, b: Self) -> Self
  /// The bits moved up, zeros following.
  static func &<< (a: Self, count: Self) -> Self
  /// The bits moved down, zeros following.
  static func &>> (a: Self, count: Self) -> Self
}

extension Lanes {
  /// 0 in every lane.
  @inline(always) static var zero: Self { Self(broadcast: Scalar(rounding: 0)) }
  /// 1 in every lane.
  @inline(always) static var one: Self { Self(broadcast: Scalar(rounding: 1)) }

  /// `self · factor + term`, rounded once: a step of Horner's rule.
  @inline(always) func times(_ factor: Self, plus term: Scalar) -> Self {
    Self(broadcast: term).fma(self, factor)
  }

  /// `self` but at most `bound`; NaN stays NaN.
  @inline(always) func atMost(_ bound: Self) -> Self {
    replacing(with: bound, where: Self.isLess(bound, self))
  }

  /// `self` but at least `bound`; NaN stays NaN.
  @inline(always) func atLeast(_ bound: Self) -> Self {
    replacing(with: bound, where: Self.isLess(self, bound))
  }

  /// The sign bit alone, in every lane.
  @inline(always) static var signBit: Bits { Self(broadcast: Scalar(rounding: -0.0)).bits }

  /// The numbers with their sign bit turned.
  @inline(always) var negated: Self { Self(bits: bits ^ Self.signBit) }

  /// The numbers with their sign bit cleared.
  @inline(always) var magnitude: Self { Self(bits: bits & (Self.signBit ^ Bits(broadcast: ~0))) }

  /// The numbers with their sign bit set where that of `source` is.
  ///
  /// - Precondition: the sign bit of `self` is clear.
  @inline(always) func withSign(of source: Self) -> Self {
    Self(bits: bits | (source.bits & Self.signBit))
  }
}
