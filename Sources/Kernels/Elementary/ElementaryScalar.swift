/// What the elementary functions need to know of a precision: the layout of its bits, constants,
/// and polynomials with coefficients of its own.
///
/// All coefficients come from `Tests/Oracle/elementary_coefficients.py` (minimax, by Remez's
/// exchange algorithm). Every Horner step is one fused multiply-add.
protocol ElementaryScalar {
  /// The bits of the significand that are stored: 23 or 52.
  static var significandBits: UInt64 { get }
  /// What the stored exponent exceeds the exponent by: 127 or 1023.
  static var exponentBias: UInt64 { get }
  /// 1.5 · 2^significandBits: adding it leaves a number rounded to an integer in the low bits.
  static var integerMagic: Self { get }
  /// `integerMagic` + `exponentBias`.
  static var storedExponentOrigin: Self { get }
  /// The least normal number.
  static var leastNormal: Self { get }
  /// The least number whose square is normal.
  static var leastNormalRoot: Self { get }
  /// 2^`subnormalShift`: what makes every subnormal number normal.
  static var subnormalScale: Self { get }
  /// `significandBits`, as a number.
  static var subnormalShift: Self { get }

  /// 1 / ln 2.
  static var inverseLogTwo: Self { get }
  /// ln 2, rounded to the nearest.
  static var logTwo: Self { get }
  /// ln 2 less `logTwo`.
  static var logTwoRest: Self { get }
  /// ln 2 with so few bits that an exponent times it is exact.
  static var shortLogTwo: Self { get }
  /// ln 2 less `shortLogTwo`.
  static var shortLogTwoRest: Self { get }

  /// A number whose exponential is 0.
  static var exponentialIsZero: Self { get }
  /// A number whose exponential is infinite.
  static var exponentialIsInfinite: Self { get }
  /// Below this magnitude e^x − 1 rounds to x.
  static var exponentialIsLinear: Self { get }
  /// A number from which on `sigmoid` rounds to 1.
  static var sigmoidIsOne: Self { get }
  /// What `sigmoid` multiplies e^−x by, a power of 2, so that it stays in range.
  static var sigmoidUnit: Self { get }
  /// `exponentBias` and the exponent of `sigmoidUnit`.
  static var sigmoidExponentOffset: Self { get }
  /// Polynomial: (e^r − 1 − r) / r² for |r| ≤ ln 2 / 2.
  static func exponentialTail<V: Lanes>(_ r: V) -> V where V.Scalar == Self
  /// Polynomial: ln(1 + f) − f for √½ ≤ 1 + f ≤ √2.
  static func logarithmTail<V: Lanes>(_ f: V) -> V where V.Scalar == Self
  /// erf(√s) / √s − 1 for 0 ≤ s ≤ 1.
  static func errorTail<V: Lanes>(_ s: V) -> V where V.Scalar == Self
  /// e^(t²) · erfc(t) for t ≥ 0, as far as e^(−t²) is not 0.
  static func scaledComplement<V: Lanes>(_ t: V) -> V where V.Scalar == Self
}

extension Float {
  @inline(always) static var significandBits: UInt64 { 23 }
  @inline(always) static var exponentBias: UInt64 { 127 }
  @inline(always) static var integerMagic: Float { 0x1.8p23 }
  @inline(always) static var storedExponentOrigin: Float { 12_583_039 }
  @inline(always) static var leastNormal: Float { 0x1p-126 }
  @inline(always) static var leastNormalRoot: Float { 0x1p-63 }
  @inline(always) static var subnormalScale: Float { 0x1p23 }
  @inline(always) static var subnormalShift: Float { 23 }
  @inline(always) static var inverseLogTwo: Float { 0x1.715476p0 }
  @inline(always) static var logTwo: Float { 0x1.62e43p-1 }
  @inline(always) static var logTwoRest: Float { -0x1.05c61p-29 }
  @inline(always) static var shortLogTwo: Float { 0x1.62e4p-1 }
  @inline(always) static var shortLogTwoRest: Float { 0x1.7f7d1cp-20 }
  @inline(always) static var exponentialIsZero: Float { -104 }
  @inline(always) static var exponentialIsInfinite: Float { 89 }
  @inline(always) static var exponentialIsLinear: Float { 0x1p-25 }
  @inline(always) static var sigmoidIsOne: Float { 60 }
  @inline(always) static var sigmoidUnit: Float { 0x1p-24 }
  @inline(always) static var sigmoidExponentOffset: Float { 103 }
}

extension Double {
  @inline(always) static var significandBits: UInt64 { 52 }
  @inline(always) static var exponentBias: UInt64 { 1023 }
  @inline(always) static var integerMagic: Double { 0x1.8p52 }
  @inline(always) static var storedExponentOrigin: Double { 6_755_399_441_056_767 }
  @inline(always) static var leastNormal: Double { 0x1p-1022 }
  @inline(always) static var leastNormalRoot: Double { 0x1p-511 }
  @inline(always) static var subnormalScale: Double { 0x1p52 }
  @inline(always) static var subnormalShift: Double { 52 }
  @inline(always) static var inverseLogTwo: Double { 0x1.71547652b82fep0 }
  @inline(always) static var logTwo: Double { 0x1.62e42fefa39efp-1 }
  @inline(always) static var logTwoRest: Double { 0x1.abc9e3b39803fp-56 }
  @inline(always) static var shortLogTwo: Double { 0x1.62e42fefap-1 }
  @inline(always) static var shortLogTwoRest: Double { 0x1.cf79abc9e3b3ap-40 }
  @inline(always) static var exponentialIsZero: Double { -746 }
  @inline(always) static var exponentialIsInfinite: Double { 710 }
  @inline(always) static var exponentialIsLinear: Double { 0x1p-54 }
  @inline(always) static var sigmoidIsOne: Double { 60 }
  @inline(always) static var sigmoidUnit: Double { 0x1p-60 }
  @inline(always) static var sigmoidExponentOffset: Double { 963 }
}
